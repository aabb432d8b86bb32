using VideoAnalysis.Engine.Rendering;

namespace VideoAnalysis.Local.Cli.Rendering;

/// <summary>Covers whatever may be seen at some time within a span, and more than was measured of it.</summary>
/// <param name="followed">What is covered.</param>
internal sealed class BlurMask(IReadOnlyList<FollowedBox> followed) : IMask
{
    /// <summary>
    /// By how much of its own size a box grows to each side: hair, ears, and what moves otherwise than straight.
    /// </summary>
    private const float Growth = 0.35f;

    private readonly BoxesByTime _boxes = new([.. followed, .. FollowedBox.Between(followed)]);

    /// <inheritdoc/>
    public void Draw(Span<byte> pixels, int width, int height, double from, double to)
    {
        // A frame's time may be rounded to the span beside its own.
        var (start, end) = (1000 * (from - (to - from)), 1000 * (to + (to - from)));
        foreach (var box in _boxes.Between(start, end).SelectMany(each => each.Within(start, end)))
        {
            MaskPicture.Fill(
                pixels,
                width,
                height,
                new(box.Left - (Growth * box.Width), box.Top - (Growth * box.Height), box.Width * (1 + (2 * Growth)),
                    box.Height * (1 + (2 * Growth))));
        }
    }
}
