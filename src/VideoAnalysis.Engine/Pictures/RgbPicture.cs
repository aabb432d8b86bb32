using System.Numerics;
using System.Runtime.InteropServices;

namespace VideoAnalysis.Engine.Pictures;

/// <summary>
/// A picture of which every pixel has a red, a green and a blue, 0 to 255, each in a plane of its own: what networks
/// look at. Its memory is used again for the next picture. Not safe for use by several threads at once.
/// </summary>
internal sealed class RgbPicture
{
    private float[] _pixels = [];

    /// <summary>In pixels.</summary>
    public int Width { get; private set; }

    /// <summary>In pixels.</summary>
    public int Height { get; private set; }

    /// <summary>Gives the picture a size. What it shows is undefined until it is filled.</summary>
    /// <param name="width">At least 1 pixel.</param>
    /// <param name="height">At least 1 pixel.</param>
    public void SetSize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        (Width, Height) = (width, height);
        var needed = checked(3 * width * height);
        if (_pixels.Length < needed)
        {
            _pixels = new float[needed];
        }
    }

    /// <summary>All pixels of a colour, row by row.</summary>
    /// <param name="colour">0 is red, 1 green, 2 blue.</param>
    public Span<float> Plane(int colour) => _pixels.AsSpan(colour * Width * Height, Width * Height);

    /// <summary>A row of a colour.</summary>
    /// <param name="colour">0 is red, 1 green, 2 blue.</param>
    /// <param name="y">From the top.</param>
    public Span<float> Row(int colour, int y) => _pixels.AsSpan((((colour * Height) + y) * Width), Width);

    /// <summary>Writes a part of the picture as a network wants it: three planes of the part's size.</summary>
    /// <param name="tensor">Where: 3 * <paramref name="width"/> * <paramref name="height"/> numbers.</param>
    /// <param name="x">The part's left edge, from 0.</param>
    /// <param name="y">The part's top edge, from 0.</param>
    /// <param name="width">The part's width. What is beyond the picture counts as black.</param>
    /// <param name="height">The part's height. What is beyond the picture counts as black.</param>
    /// <param name="scale">What becomes of the colours.</param>
    public void CopyTo(Span<float> tensor, int x, int y, int width, int height, in ColourScale scale)
    {
        var (columns, rows) = (Math.Clamp(Width - x, 0, width), Math.Clamp(Height - y, 0, height));
        for (var plane = 0; plane < 3; plane++)
        {
            var colour = scale.BlueFirst ? 2 - plane : plane;
            var (factor, term) = (scale.Factor(colour), scale.Term(colour));
            var target = tensor.Slice(plane * width * height, width * height);
            for (var row = 0; row < rows; row++)
            {
                var line = target.Slice(row * width, width);
                Scale(Row(colour, y + row).Slice(x, columns), line, factor, term);
                line[columns..].Fill(term);
            }

            target[(rows * width)..].Fill(term);
        }
    }

    private static void Scale(ReadOnlySpan<float> source, Span<float> target, float factor, float term)
    {
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(target[..source.Length]);
        var (factors, terms) = (new Vector<float>(factor), new Vector<float>(term));
        var i = 0;
        for (; i <= source.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref from, (nuint)i), factors, terms)
                .StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < source.Length; i++)
        {
            target[i] = MathF.FusedMultiplyAdd(source[i], factor, term);
        }
    }
}
