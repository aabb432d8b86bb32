using VideoAnalysis.Analyses.Labels;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Labels;

/// <summary>
/// The model's <c>GeneralLabelsSettings</c>. Names that the engine does not know match nothing, as misspelt ones do.
/// </summary>
internal sealed record GeneralLabelsSettings
{
    private const int MaxFilters = 100;

    public IReadOnlyList<string>? LabelInclusionFilters { get; init; }

    public IReadOnlyList<string>? LabelExclusionFilters { get; init; }

    public IReadOnlyList<string>? LabelCategoryInclusionFilters { get; init; }

    public IReadOnlyList<string>? LabelCategoryExclusionFilters { get; init; }

    /// <summary>Checks these members against the service model.</summary>
    public void Check(RequestConstraints constraints) => constraints
        .Count(LabelInclusionFilters, "settings.generalLabels.labelInclusionFilters", 0, MaxFilters)
        .Count(LabelExclusionFilters, "settings.generalLabels.labelExclusionFilters", 0, MaxFilters)
        .Count(LabelCategoryInclusionFilters, "settings.generalLabels.labelCategoryInclusionFilters", 0, MaxFilters)
        .Count(LabelCategoryExclusionFilters, "settings.generalLabels.labelCategoryExclusionFilters", 0, MaxFilters);

    /// <summary>
    /// Whether a label passes: it is included, by its name or a category, or nothing is; and it is not excluded.
    /// </summary>
    public bool Passes(LabelDetection label)
    {
        var isFiltered = LabelInclusionFilters is [_, ..] || LabelCategoryInclusionFilters is [_, ..];
        return (!isFiltered || Names(LabelInclusionFilters, label) || HasOneOf(LabelCategoryInclusionFilters, label))
            && !Names(LabelExclusionFilters, label)
            && !HasOneOf(LabelCategoryExclusionFilters, label);
    }

    private static bool Names(IReadOnlyList<string>? filters, LabelDetection label) =>
        filters?.Contains(label.Name, StringComparer.Ordinal) ?? false;

    private static bool HasOneOf(IReadOnlyList<string>? filters, LabelDetection label) =>
        filters is not null
            && label.Categories is not null && label.Categories.Intersect(filters, StringComparer.Ordinal).Any();
}
