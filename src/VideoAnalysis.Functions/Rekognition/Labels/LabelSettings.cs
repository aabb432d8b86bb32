using VideoAnalysis.Analyses.Labels;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions.Rekognition.Labels;

/// <summary>The settings of the analysis of labels.</summary>
internal static class LabelSettings
{
    /// <summary>Rekognition takes no more names in a list (API reference, <c>GeneralLabelsSettings</c>).</summary>
    private const int MostNames = 100;

    /// <summary>
    /// Reads <c>LABEL_MIN_CONFIDENCE</c> (50 when not set), and <c>LABELS</c>, <c>LABELS_EXCLUDED</c>,
    /// <c>LABEL_CATEGORIES</c> and <c>LABEL_CATEGORIES_EXCLUDED</c>: names with commas between them, none when not set.
    /// </summary>
    /// <exception cref="SettingException">One of them is not what it has to be.</exception>
    public static LabelAnalysis Read(SettingReader settings)
    {
        var usual = new LabelOptions();
        return new(usual with
        {
            MinConfidence = settings.Fraction("LABEL_MIN_CONFIDENCE", 0, 100) ?? usual.MinConfidence,
            Included = Names(settings, "LABELS"),
            Excluded = Names(settings, "LABELS_EXCLUDED"),
            IncludedCategories = Names(settings, "LABEL_CATEGORIES"),
            ExcludedCategories = Names(settings, "LABEL_CATEGORIES_EXCLUDED"),
        });
    }

    private static IReadOnlyList<string> Names(SettingReader settings, string variable) =>
        settings.Names(variable) is var names && names.Count <= MostNames
            ? names
            : throw new SettingException(variable, $"has {names.Count} names; it has to be at most {MostNames}");
}
