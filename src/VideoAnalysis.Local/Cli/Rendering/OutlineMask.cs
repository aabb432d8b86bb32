using VideoAnalysis.Engine.Rendering;

namespace VideoAnalysis.Local.Cli.Rendering;

/// <summary>Draws a frame around whatever is seen.</summary>
/// <param name="followed">What is framed.</param>
internal sealed class OutlineMask(IEnumerable<FollowedBox> followed) : IMask
{
    /// <summary>How thick the frame is, as a share of the picture's longer side.</summary>
    private const float Thickness = 1 / 320f;

    private readonly BoxesByTime _boxes = new(followed);

    /// <inheritdoc/>
    public void Draw(Span<byte> pixels, int width, int height, double from, double to)
    {
        var at = 500 * (from + to);
        var (thick, high) = (Thickness * Math.Max(width, height) / width, Thickness * Math.Max(width, height) / height);
        foreach (var followed in _boxes.Between(at, at))
        {
            if (followed.At(at) is { } box)
            {
                MaskPicture.Fill(pixels, width, height, box with { Height = high });
                MaskPicture.Fill(pixels, width, height, box with { Width = thick });
                MaskPicture.Fill(pixels, width, height, box with { Top = box.Top + box.Height - high, Height = high });
                MaskPicture.Fill(
                    pixels, width, height, box with { Left = box.Left + box.Width - thick, Width = thick });
            }
        }
    }
}
