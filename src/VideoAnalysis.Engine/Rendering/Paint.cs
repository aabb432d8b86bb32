namespace VideoAnalysis.Engine.Rendering;

/// <summary>What a video is painted over with.</summary>
internal enum Paint
{
    /// <summary>Large, soft squares of the picture itself.</summary>
    Blur,

    /// <summary>One colour.</summary>
    Colour,
}
