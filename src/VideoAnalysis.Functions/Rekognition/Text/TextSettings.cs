using System.Globalization;
using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Functions.Settings;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Rekognition.Text;

/// <summary>The settings of the analysis of text.</summary>
internal static class TextSettings
{
    private const string RegionsVariable = "TEXT_REGIONS";

    /// <summary>Rekognition takes no more (API reference, <c>StartTextDetectionFilters</c>).</summary>
    private const int MostRegions = 10;

    /// <summary>
    /// Reads <c>TEXT_MIN_CONFIDENCE</c> (80 when not set), <c>TEXT_MIN_HEIGHT</c> and <c>TEXT_MIN_WIDTH</c> (ratios of
    /// the frame, any when not set), and <c>TEXT_REGIONS</c>: boxes as <c>left,top,width,height</c> in ratios of the
    /// frame, with semicolons between them, the whole frame when not set.
    /// </summary>
    /// <exception cref="SettingException">One of them is not what it has to be.</exception>
    public static TextAnalysis Read(SettingReader settings)
    {
        var usual = new TextOptions();
        return new(usual with
        {
            MinConfidence = settings.Fraction("TEXT_MIN_CONFIDENCE", 0, 100) ?? usual.MinConfidence,
            MinHeight = settings.Fraction("TEXT_MIN_HEIGHT", 0, 1),
            MinWidth = settings.Fraction("TEXT_MIN_WIDTH", 0, 1),
            Regions = Regions(settings.Optional(RegionsVariable) ?? ""),
        });
    }

    private static List<BoundingBox> Regions(string value)
    {
        var regions = value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Region).ToList();
        return regions.Count <= MostRegions && !regions.Contains(null)
            ? [.. regions.OfType<BoundingBox>()]
            : throw new SettingException(
                RegionsVariable,
                $"is \"{value}\"; it has to be at most {MostRegions} boxes as left,top,width,height, each a number " +
                "from 0 to 1, with semicolons between them");
    }

    private static BoundingBox? Region(string text)
    {
        var numbers = text.Split(',')
            .Select(number => float.TryParse(number, CultureInfo.InvariantCulture, out var ratio)
                && ratio is >= 0 and <= 1
                    ? ratio
                    : float.NaN)
            .ToList();
        return numbers is [var left, var top, var width, var height] && !numbers.Exists(float.IsNaN)
            ? new(left, top, width, height)
            : null;
    }
}
