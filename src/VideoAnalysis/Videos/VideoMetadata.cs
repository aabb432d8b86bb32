namespace VideoAnalysis.Videos;

/// <summary>What Rekognition says of the video itself. A member is absent where the engine does not know it.</summary>
public sealed record VideoMetadata
{
    /// <summary>The compression, as in <c>h264</c>.</summary>
    public string? Codec { get; init; }

    /// <summary>The length in milliseconds.</summary>
    public long? DurationMillis { get; init; }

    /// <summary>The container, as in <c>QuickTime / MOV</c>.</summary>
    public string? Format { get; init; }

    /// <summary>Frames a second.</summary>
    public float? FrameRate { get; init; }

    /// <summary>Pixels.</summary>
    public long? FrameHeight { get; init; }

    /// <summary>Pixels.</summary>
    public long? FrameWidth { get; init; }

    /// <summary><c>FULL</c> or <c>LIMITED</c>.</summary>
    public string? ColorRange { get; init; }
}
