using VideoAnalysis.Videos;

namespace VideoAnalysis.Appearances;

/// <summary>What a tracker needs to know of a detection.</summary>
public readonly record struct TrackedDetection
{
    /// <summary>Milliseconds from the start of the video.</summary>
    public required long Timestamp { get; init; }

    /// <summary>Where the span of the detection ends, in milliseconds; null if it is at a single timestamp.</summary>
    public long? EndTimestamp { get; init; }

    /// <summary>0 to 100; null where the engine does not say.</summary>
    public float? Confidence { get; init; }

    /// <summary>Where it is in the frame; null where the engine does not say.</summary>
    public BoundingBox? BoundingBox { get; init; }

    /// <summary>What is detected; null where the engine does not tell things of the kind apart.</summary>
    public Subject? Subject { get; init; }

    /// <summary>The number among the detections of its timestamp, where others may be parts of it.</summary>
    public int? Number { get; init; }

    /// <summary>
    /// The <see cref="Number"/> of the detection that it is a part of, as a word is of a line: it appears with that
    /// one, and makes no appearance of its own.
    /// </summary>
    public int? PartOf { get; init; }

    /// <summary>
    /// How well the detection shows the thing: of an appearance's detections the highest is the best.
    /// </summary>
    public float Score { get; init; }
}
