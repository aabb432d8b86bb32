namespace VideoAnalysis.Engine;

/// <summary>The reasons that come up in several places.</summary>
internal static class UnusableVideo
{
    /// <summary>The file ends before what its own index announces.</summary>
    /// <param name="how">Ends the sentence "The video is incomplete: …".</param>
    public static UnusableVideoException Incomplete(string how) => new(
        UnusableVideoReason.Truncated,
        $"The video is incomplete: {how}. It was probably cut off while it was copied or recorded; upload it again.");

    /// <summary>The file is of the right kind, and contradicts itself or cannot be decoded.</summary>
    /// <param name="how">Ends the sentence "The video is damaged: …".</param>
    public static UnusableVideoException Damaged(string how) => new(
        UnusableVideoReason.Damaged,
        $"The video is damaged: {how}. Check that it plays, and upload it again.");
}
