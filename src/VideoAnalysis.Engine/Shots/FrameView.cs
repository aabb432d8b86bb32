using VideoAnalysis.Engine.Decoding;

namespace VideoAnalysis.Engine.Shots;

/// <summary>
/// What is kept of a frame to compare it with others: the mean brightness and colours of a grid of blocks, which hardly
/// change with noise and small movements, and how often each kind of colour occurs, which hardly changes with movement.
/// </summary>
internal sealed class FrameView
{
    private const int Columns = 32;
    private const int Rows = 18;

    // 8 levels of brightness, 4 of either colour difference.
    private const int Bins = 8 * 4 * 4;

    // The darkest fifth of the range of brightness, of which Rekognition speaks in its definition of black frames.
    private const byte BlackLevel = 16 + (int)(0.2 * 219);

    private const double BlackCoverage = 0.99;

    // A picture of one colour, with some noise from compression.
    private const int FlatRange = 12;

    private readonly byte[] _blocks = new byte[3 * Columns * Rows];
    private readonly ushort[] _colors = new ushort[Bins];
    private readonly int _pixels;

    /// <param name="picture">The frame. Nothing of it is kept.</param>
    public FrameView(SmallPicture picture)
    {
        Timestamp = picture.Timestamp;
        Frame = picture.Frame;
        var luma = picture.Luma;
        IsBlack = picture.PixelsUpTo(BlackLevel) >= BlackCoverage * luma.Length;
        Average(luma, picture.Width, picture.Height, _blocks.AsSpan(0, Columns * Rows));
        Average(picture.Cb, picture.ChromaWidth, picture.ChromaHeight, _blocks.AsSpan(Columns * Rows, Columns * Rows));
        Average(picture.Cr, picture.ChromaWidth, picture.ChromaHeight, _blocks.AsSpan(2 * Columns * Rows));
        _pixels = CountColors(picture);
        IsFlat = Range(_blocks.AsSpan(0, Columns * Rows)) <= FlatRange;
    }

    /// <summary>When it is shown, in milliseconds.</summary>
    public long Timestamp { get; }

    /// <summary>Its number, from 0.</summary>
    public long Frame { get; }

    /// <summary>At least 99 % of its pixels are in the darkest fifth of the range.</summary>
    public bool IsBlack { get; }

    /// <summary>It shows one brightness only: black, white, or something between.</summary>
    public bool IsFlat { get; }

    /// <summary>How far the blocks of two frames are apart: 0 for the same, about 20 to 60 for two shots.</summary>
    public double DistanceTo(FrameView other)
    {
        var (brightness, colors) = (0, 0);
        for (var i = 0; i < Columns * Rows; i++)
        {
            brightness += Math.Abs(_blocks[i] - other._blocks[i]);
        }

        for (var i = Columns * Rows; i < _blocks.Length; i++)
        {
            colors += Math.Abs(_blocks[i] - other._blocks[i]);
        }

        return (brightness + colors) / (double)(Columns * Rows);
    }

    /// <summary>Which part of the picture has other colours in the other frame, wherever they are: 0 to 1.</summary>
    public double ColorDistanceTo(FrameView other)
    {
        var sum = 0;
        for (var i = 0; i < Bins; i++)
        {
            sum += Math.Abs(_colors[i] - other._colors[i]);
        }

        return sum / (2.0 * _pixels);
    }

    // Pictures may be narrower than the grid: then neighbouring blocks are the same.
    private static void Average(ReadOnlySpan<byte> plane, int width, int height, Span<byte> blocks)
    {
        for (var row = 0; row < Rows; row++)
        {
            var top = row * height / Rows;
            var bottom = Math.Max(top + 1, (row + 1) * height / Rows);
            for (var column = 0; column < Columns; column++)
            {
                var left = column * width / Columns;
                var right = Math.Max(left + 1, (column + 1) * width / Columns);
                var sum = 0;
                for (var y = top; y < bottom; y++)
                {
                    foreach (var value in plane[((y * width) + left)..((y * width) + right)])
                    {
                        sum += value;
                    }
                }

                blocks[(row * Columns) + column] = (byte)(sum / ((right - left) * (bottom - top)));
            }
        }
    }

    // The 2nd and 98th percentile, so that a corner with a logo changes nothing.
    private static int Range(ReadOnlySpan<byte> blocks)
    {
        Span<byte> sorted = stackalloc byte[blocks.Length];
        blocks.CopyTo(sorted);
        sorted.Sort();
        return sorted[^(1 + (blocks.Length / 50))] - sorted[blocks.Length / 50];
    }

    // At every place of a colour, with the brightness beside it.
    private int CountColors(SmallPicture picture)
    {
        var luma = picture.Luma;
        var cb = picture.Cb;
        var cr = picture.Cr;
        for (var y = 0; y < picture.ChromaHeight; y++)
        {
            for (var x = 0; x < picture.ChromaWidth; x++)
            {
                var color = (y * picture.ChromaWidth) + x;
                var bright = luma[(2 * y * picture.Width) + (2 * x)];
                _colors[(bright >> 5 << 4) | (cb[color] >> 6 << 2) | (cr[color] >> 6)]++;
            }
        }

        return picture.ChromaWidth * picture.ChromaHeight;
    }
}
