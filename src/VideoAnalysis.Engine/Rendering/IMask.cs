namespace VideoAnalysis.Engine.Rendering;

/// <summary>Says where a video is painted over, and when.</summary>
internal interface IMask
{
    /// <summary>Marks what is painted over at some time within a span.</summary>
    /// <param name="pixels">
    /// The picture, row by row; 0 where it stays as it is, 255 where it is painted over. It comes empty.
    /// </param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height.</param>
    /// <param name="from">The span's start, in seconds from the start of the video.</param>
    /// <param name="to">Its end.</param>
    void Draw(Span<byte> pixels, int width, int height, double from, double to);
}
