namespace VideoAnalysis.Analyses.Moderation;

/// <summary>
/// One moderation label at one timestamp. Each of its ancestors is a detection of its own at the same timestamp. It has
/// no place in the frame.
/// </summary>
public sealed record ModerationDetection : Detection
{
    /// <summary>The name, as in <c>Graphic Violence</c>. Names change with the version of the model.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the label above it; absent at the top level.</summary>
    public string? ParentName { get; init; }

    /// <summary>1 at the top level, 2 and 3 below; absent when the engine does not say.</summary>
    public int? TaxonomyLevel { get; init; }

    /// <summary>What kind of picture it is, as in <c>Animated Content</c>.</summary>
    public IReadOnlyList<ContentType>? ContentTypes { get; init; }
}

/// <summary>A kind of picture.</summary>
/// <param name="Name">The name, as in <c>Illustrated Content</c>.</param>
/// <param name="Confidence">0 to 100; absent when the engine does not say.</param>
public sealed record ContentType(string Name, float? Confidence = null);
