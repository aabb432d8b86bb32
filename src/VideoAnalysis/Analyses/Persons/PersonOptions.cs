namespace VideoAnalysis.Analyses.Persons;

/// <summary>Which persons are looked for.</summary>
public sealed record PersonOptions
{
    /// <summary>
    /// The collection that holds their faces; null where there is none: then nobody can be looked for.
    /// </summary>
    public string? CollectionId { get; init; }

    /// <summary>The least similarity of two faces of one person, 0 to 100.</summary>
    public float MinSimilarity { get; init; } = 80;
}
