namespace VideoAnalysis.Videos;

/// <summary>One upload of a video: the same key uploaded again is another upload.</summary>
/// <remarks>
/// <para>
/// Uploads of a key are ordered by the sequencers of their events, which is S3's own order. An upload that was found
/// by listing the bucket has none, and is ordered by time. That is less sure: a list tells whole seconds, and of a
/// multipart upload when it began.
/// </para>
/// <para>
/// It is sound because a listed upload never seems later than it was: it does not replace one that came after it. One
/// that came before it, within the second, can replace it only until its own event comes, as S3 promises of every
/// upload. From then on the job knows the sequencer (<see cref="LearnFrom"/>), and only sequencers count.
/// </para>
/// </remarks>
public sealed record Upload
{
    /// <summary>How far the time in a list may be from the time of the event, rounding and clocks considered.</summary>
    internal static readonly TimeSpan ListingSlack = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a multipart upload may take, of which a list tells the beginning and the event the end.
    /// </summary>
    private static readonly TimeSpan LongestMultipartUpload = TimeSpan.FromDays(1);

    /// <summary>Where the video is.</summary>
    public required Video Video { get; init; }

    /// <summary>The object's version; absent in a bucket without versioning.</summary>
    public string? VersionId { get; init; }

    /// <summary>The entity tag, without quotes.</summary>
    public string? ETag { get; init; }

    /// <summary>The event's place among the events of the key; absent when the upload was found by listing.</summary>
    public Sequencer? Sequencer { get; init; }

    /// <summary>When S3 completed the upload.</summary>
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>Bytes, where the event tells.</summary>
    public long? Size { get; init; }

    /// <summary>
    /// 0 for the analysis that the upload itself brought about; each requested re-analysis of the same upload
    /// counts one up, so that it is a new job and not Rekognition's memory of the old one.
    /// </summary>
    public int Attempt { get; init; }

    /// <summary>Whether both describe one and the same upload, whatever the attempt.</summary>
    public bool IsSameUploadAs(Upload other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Video == other.Video && (Sequencer, other.Sequencer) switch
        {
            ({ } mine, { } theirs) => mine == theirs,
            (null, { }) => IsListingOf(other),
            ({ }, null) => other.IsListingOf(this),
            _ => (VersionId, ETag, EventTime) == (other.VersionId, other.ETag, other.EventTime),
        };
    }

    /// <summary>
    /// This upload with the sequencer, the version and the time of the other description of it, if it had no
    /// sequencer itself: an upload that was found by listing, and whose event has come now.
    /// </summary>
    public Upload LearnFrom(Upload other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Sequencer is null && other.Sequencer is not null && IsSameUploadAs(other)
            ? other with { Attempt = Attempt }
            : this;
    }

    /// <summary>
    /// Whether this one replaces the other: a later upload of the key, or a later attempt at the same one.
    /// </summary>
    public bool IsNewerThan(Upload other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsSameUploadAs(other))
        {
            return Attempt > other.Attempt;
        }

        // Sequencers order the events of one key of one bucket. A stack may have been given another bucket meanwhile.
        return Video == other.Video && Sequencer is { } mine && other.Sequencer is { } theirs
            ? mine > theirs
            : EventTime > other.EventTime;
    }

    /// <summary>The newest of several; the first of equal ones, and null when there is none.</summary>
    public static Upload? NewestOf(IEnumerable<Upload> uploads) => uploads.Aggregate(
        (Upload?)null, (newest, upload) => newest is null || upload.IsNewerThan(newest) ? upload : newest);

    /// <summary>The next attempt at the same upload.</summary>
    public Upload NextAttempt() => this with { Attempt = Attempt + 1 };

    /// <summary>
    /// Whether this entry of a bucket's list is the upload that an event tells of: of the same content, and of about
    /// the same time. In doubt it is not: the same content uploaded again, perhaps after its results were removed, is
    /// to be analysed again; to take it for the upload before it would lose it.
    /// </summary>
    private bool IsListingOf(Upload uploaded)
    {
        // The entity tag of a multipart upload ends in the number of its parts: "…-12" (S3 API reference, "Object").
        var latest = ETag?.Contains('-', StringComparison.Ordinal) == true ? LongestMultipartUpload : ListingSlack;
        var lag = uploaded.EventTime - EventTime;
        return ETag is not null && ETag == uploaded.ETag && lag >= -ListingSlack && lag <= latest;
    }
}
