using System.Text.Json.Serialization;

namespace VideoAnalysis.Functions.Starting;

/// <summary>
/// An event that S3 sends to EventBridge, as far as it tells of an upload (S3 User Guide, "EventBridge event message
/// structure").
/// </summary>
internal sealed record S3BridgeEvent
{
    /// <summary>What happened, as in <c>Object Created</c>.</summary>
    [JsonPropertyName("detail-type")]
    public string? DetailType { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The object and its bucket.</summary>
    public EventDetail? Detail { get; init; }

    /// <summary>Where it happened.</summary>
    internal sealed record EventDetail
    {
        public S3Bucket? Bucket { get; init; }

        public DetailedObject? Object { get; init; }
    }

    /// <summary>The object. Its key is as its owner wrote it.</summary>
    internal sealed record DetailedObject
    {
        public string? Key { get; init; }

        [JsonPropertyName("version-id")]
        public string? VersionId { get; init; }

        [JsonPropertyName("etag")]
        public string? ETag { get; init; }

        public string? Sequencer { get; init; }

        public long? Size { get; init; }
    }
}
