using VideoAnalysis.Analyses.Segments;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions.Rekognition.Segments;

/// <summary>The settings of the analysis of segments.</summary>
internal static class SegmentSettings
{
    /// <summary>Rekognition refuses less (API reference, <c>StartShotDetectionFilter</c>).</summary>
    private const float LeastConfidence = 50;

    /// <summary>
    /// Reads <c>SEGMENT_TYPES</c> (<c>SHOT</c>, when not set, or <c>TECHNICAL_CUE</c>, or both),
    /// <c>SHOT_MIN_CONFIDENCE</c> and <c>TECHNICAL_CUE_MIN_CONFIDENCE</c> (50 when not set),
    /// <c>BLACK_MAX_PIXEL_THRESHOLD</c> (0.2) and <c>BLACK_MIN_COVERAGE</c> (99).
    /// </summary>
    /// <exception cref="SettingException">One of them is not what it has to be.</exception>
    public static SegmentAnalysis Read(SettingReader settings)
    {
        var usual = new SegmentOptions();
        var (shots, cues) = settings.Choice(
            "SEGMENT_TYPES",
            (SegmentTypes.Shot, (true, false)),
            (SegmentTypes.TechnicalCue, (false, true)),
            ($"{SegmentTypes.Shot},{SegmentTypes.TechnicalCue}", (true, true)));
        return new(usual with
        {
            Shots = shots,
            TechnicalCues = cues,
            MinShotConfidence = settings.Fraction("SHOT_MIN_CONFIDENCE", LeastConfidence, 100)
                ?? usual.MinShotConfidence,
            MinCueConfidence = settings.Fraction("TECHNICAL_CUE_MIN_CONFIDENCE", LeastConfidence, 100)
                ?? usual.MinCueConfidence,
            MaxPixelThreshold = settings.Fraction("BLACK_MAX_PIXEL_THRESHOLD", 0, 1) ?? usual.MaxPixelThreshold,
            MinCoveragePercentage = settings.Fraction("BLACK_MIN_COVERAGE", 0, 100) ?? usual.MinCoveragePercentage,
        });
    }
}
