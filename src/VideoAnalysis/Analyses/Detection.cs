using System.Text.Json.Serialization;

namespace VideoAnalysis.Analyses;

/// <summary>One thing seen at one timestamp of a video, or over a span of it. Each analysis has its own kind.</summary>
public abstract record Detection
{
    /// <summary>Milliseconds from the start of the video; of a span, its beginning.</summary>
    public required long Timestamp { get; init; }

    /// <summary>The end of a span, in milliseconds from the start of the video; absent at a single timestamp.</summary>
    public long? EndTimestamp { get; init; }

    /// <summary>The end of the span; the timestamp itself where there is none.</summary>
    [JsonIgnore]
    public long End => EndTimestamp ?? Timestamp;

    /// <summary>How sure the engine is, 0 to 100; absent where it does not say.</summary>
    public float? Confidence { get; init; }

    /// <summary>The number of its appearance, counted from 0 in the job; absent until it is known.</summary>
    public int? Appearance { get; init; }
}
