namespace VideoAnalysis.Analyses.Segments;

/// <summary>Rekognition's names of the types of segments. There may be others one day.</summary>
public static class SegmentTypes
{
    /// <summary>What lies between two cuts.</summary>
    public const string Shot = "SHOT";

    /// <summary>Black frames, credits, colour bars and so on.</summary>
    public const string TechnicalCue = "TECHNICAL_CUE";
}
