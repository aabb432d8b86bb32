using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Cli.Rendering;

/// <summary>Draws on the picture of a mask.</summary>
internal static class MaskPicture
{
    /// <summary>Fills every pixel that a box touches.</summary>
    /// <param name="pixels">The picture, row by row.</param>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="box">In ratios of the picture; it may reach beyond it.</param>
    public static void Fill(Span<byte> pixels, int width, int height, BoundingBox box)
    {
        var left = (int)Math.Clamp(Math.Floor(box.Left * width), 0, width);
        var right = (int)Math.Clamp(Math.Ceiling((box.Left + box.Width) * width), left, width);
        var top = (int)Math.Clamp(Math.Floor(box.Top * height), 0, height);
        var bottom = (int)Math.Clamp(Math.Ceiling((box.Top + box.Height) * height), top, height);
        for (var y = top; y < bottom; y++)
        {
            pixels.Slice((y * width) + left, right - left).Fill(255);
        }
    }
}
