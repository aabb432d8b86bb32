namespace VideoAnalysis.Videos;

/// <summary>How often an engine looks at a video.</summary>
public static class Sampling
{
    /// <summary>Milliseconds: Rekognition looks about twice a second (seen in its answers, promised nowhere).</summary>
    public const long Interval = 500;
}
