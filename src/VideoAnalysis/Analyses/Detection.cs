namespace VideoAnalysis.Analyses;

/// <summary>One thing seen at one moment of a video. Each analysis has its own kind.</summary>
public abstract record Detection
{
    /// <summary>Milliseconds from the start of the video.</summary>
    public required long Timestamp { get; init; }

    /// <summary>How sure the engine is, 0 to 100; absent where it does not say.</summary>
    public float? Confidence { get; init; }
}
