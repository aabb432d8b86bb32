namespace VideoAnalysis.Engine.Pictures;

/// <summary>
/// A view of a picture as videos hold it: every pixel's luma, and one u and v for each two by two of them, rounded up.
/// </summary>
internal readonly ref struct YuvPicture
{
    /// <param name="y">The luma of every pixel, row by row.</param>
    /// <param name="u">Blue's difference from luma.</param>
    /// <param name="v">Red's difference from luma.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="colours">How they become red, green and blue.</param>
    /// <exception cref="ArgumentException">The planes are not of this size.</exception>
    public YuvPicture(
        ReadOnlySpan<byte> y, ReadOnlySpan<byte> u, ReadOnlySpan<byte> v, int width, int height, YuvColours colours)
    {
        (Width, Height, Colours) = (width, height, colours);
        var chroma = ChromaWidth * ChromaHeight;
        if (y.Length != width * height || u.Length != chroma || v.Length != chroma)
        {
            throw new ArgumentException(
                $"{y.Length} + {u.Length} + {v.Length} bytes do not make a picture of {width}x{height}.");
        }

        Y = y;
        U = u;
        V = v;
    }

    /// <summary>In pixels.</summary>
    public int Width { get; }

    /// <summary>In pixels.</summary>
    public int Height { get; }

    /// <summary>How the planes become red, green and blue.</summary>
    public YuvColours Colours { get; }

    /// <summary>The luma of every pixel, row by row.</summary>
    public ReadOnlySpan<byte> Y { get; }

    /// <summary>Blue's difference from luma.</summary>
    public ReadOnlySpan<byte> U { get; }

    /// <summary>Red's difference from luma.</summary>
    public ReadOnlySpan<byte> V { get; }

    /// <summary>The width of the planes u and v.</summary>
    public int ChromaWidth => (Width + 1) / 2;

    /// <summary>The height of the planes u and v.</summary>
    public int ChromaHeight => (Height + 1) / 2;
}
