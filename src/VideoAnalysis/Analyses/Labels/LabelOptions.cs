namespace VideoAnalysis.Analyses.Labels;

/// <summary>
/// Which labels are asked for. The names are Rekognition's, as in <c>Person</c>; at most 100 in each list.
/// </summary>
public sealed record LabelOptions
{
    /// <summary>The least confidence of a label and of an instance, 0 to 100.</summary>
    public float MinConfidence { get; init; } = 50;

    /// <summary>Only these labels; empty for all.</summary>
    public IReadOnlyList<string> Included { get; init; } = [];

    /// <summary>Not these labels.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Only labels of these categories, as in <c>Animals and Pets</c>; empty for all.</summary>
    public IReadOnlyList<string> IncludedCategories { get; init; } = [];

    /// <summary>No labels of these categories.</summary>
    public IReadOnlyList<string> ExcludedCategories { get; init; } = [];
}
