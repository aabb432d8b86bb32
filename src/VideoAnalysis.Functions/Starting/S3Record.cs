namespace VideoAnalysis.Functions.Starting;

/// <summary>
/// A record of S3's own notification, as far as it tells of an upload (S3 User Guide, "Event message structure").
/// </summary>
internal sealed record S3Record
{
    /// <summary>What happened, as in <c>ObjectCreated:Put</c>.</summary>
    public string? EventName { get; init; }

    /// <summary>When S3 had finished with the request.</summary>
    public DateTimeOffset? EventTime { get; init; }

    /// <summary>The object and its bucket.</summary>
    public RecordedPlace? S3 { get; init; }

    /// <summary>Where it happened.</summary>
    internal sealed record RecordedPlace
    {
        public S3Bucket? Bucket { get; init; }

        public RecordedObject? Object { get; init; }
    }

    /// <summary>The object. Its key is form-URL-encoded.</summary>
    internal sealed record RecordedObject
    {
        public string? Key { get; init; }

        public string? VersionId { get; init; }

        public string? ETag { get; init; }

        public string? Sequencer { get; init; }

        public long? Size { get; init; }
    }
}
