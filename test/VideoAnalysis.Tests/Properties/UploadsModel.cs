namespace VideoAnalysis.Tests.Properties;

/// <summary>
/// What the system has to look like to whoever reads a key's results. This is all of it:
/// <list type="bullet">
/// <item>An upload is known once an event of it, or an entry of the backlog, has been handled.</item>
/// <item>Of the known uploads only the last one counts, in the order in which S3 took them, not in the order in which
/// their events came; and of that one only the last attempt at analysing it.</item>
/// <item>A removal hides what counts at that moment, for good. What counts later is not hidden.</item>
/// <item>What counts and is not hidden is what is read: in the end its whole result, or its failure. Nothing else ever
/// is.</item>
/// </list>
/// </summary>
/// <param name="Last">The known upload that counts; null before the first.</param>
/// <param name="IsHidden">Whether it was removed.</param>
internal sealed record UploadsModel(UploadAttempt? Last = null, bool IsHidden = false)
{
    /// <summary>An upload, or an attempt at it, has become known.</summary>
    public UploadsModel Know(UploadAttempt upload) =>
        Last is { } last && upload.CompareTo(last) <= 0 ? this : new(upload);

    /// <summary>The results were removed.</summary>
    public UploadsModel Remove() => this with { IsHidden = Last is not null };
}
