using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Labels;

/// <summary>One label at one timestamp: an object, a scene, an activity.</summary>
public sealed record LabelDetection : Detection
{
    /// <summary>The name, as in <c>Person</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where each one of a common object is; absent for what has no place, as a scene has none.</summary>
    public IReadOnlyList<LabelInstance>? Instances { get; init; }

    /// <summary>The names of all ancestors, in no order. Each is a detection of its own, too.</summary>
    public IReadOnlyList<string>? Parents { get; init; }

    /// <summary>Other names of the same.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>The names of its categories, as in <c>Animals and Pets</c>.</summary>
    public IReadOnlyList<string>? Categories { get; init; }
}

/// <summary>One of the objects that a label names.</summary>
/// <param name="BoundingBox">Where it is; absent when the engine does not say.</param>
/// <param name="Confidence">0 to 100; absent when the engine does not say.</param>
public sealed record LabelInstance(BoundingBox? BoundingBox, float? Confidence = null);
