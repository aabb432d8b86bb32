using VideoAnalysis.Analyses.Moderation;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions.Rekognition.Moderation;

/// <summary>The settings of the analysis of what may have to be moderated.</summary>
internal static class ModerationSettings
{
    /// <summary>Reads <c>MODERATION_MIN_CONFIDENCE</c> (50 when not set).</summary>
    /// <exception cref="SettingException">The setting is not a number from 0 to 100.</exception>
    public static ModerationAnalysis Read(SettingReader settings)
    {
        var usual = new ModerationOptions();
        return new(usual with
        {
            MinConfidence = settings.Fraction("MODERATION_MIN_CONFIDENCE", 0, 100) ?? usual.MinConfidence,
        });
    }
}
