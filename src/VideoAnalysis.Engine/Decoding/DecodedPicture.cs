namespace VideoAnalysis.Engine.Decoding;

/// <summary>
/// A picture of a video, in a buffer from a pool: whoever enumerates the pictures disposes each of them. 8 bits in
/// planes (4:2:0, limited range): brightness for every pixel, colour for every second one in both directions, rounded
/// up.
/// </summary>
internal abstract class DecodedPicture(long timestamp, int width, int height, SharedBuffer buffer) : IDisposable
{
    private SharedBuffer? _buffer = buffer;

    /// <summary>When the picture is shown, in milliseconds from the start of the video as a player shows it.</summary>
    public long Timestamp { get; } = timestamp;

    /// <summary>Pixels, as shown: turned upright, and pixels are square.</summary>
    public int Width { get; } = width;

    /// <summary>Pixels, as shown: turned upright, and pixels are square.</summary>
    public int Height { get; } = height;

    /// <summary>Brightness: a byte a pixel, row after row. Black is 16 and white 235.</summary>
    public ReadOnlySpan<byte> Luma => Bytes[..(Width * Height)];

    /// <summary>Values of a row of <see cref="Cb"/> and <see cref="Cr"/>.</summary>
    public int ChromaWidth => (Width + 1) / 2;

    /// <summary>Rows of <see cref="Cb"/> and <see cref="Cr"/>.</summary>
    public int ChromaHeight => (Height + 1) / 2;

    /// <summary>Blue's difference: 16 to 240, 128 is none.</summary>
    public ReadOnlySpan<byte> Cb => Bytes.Slice(Width * Height, ChromaWidth * ChromaHeight);

    /// <summary>Red's difference: 16 to 240, 128 is none.</summary>
    public ReadOnlySpan<byte> Cr =>
        Bytes.Slice((Width * Height) + (ChromaWidth * ChromaHeight), ChromaWidth * ChromaHeight);

    private ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_buffer is null, this);
            return _buffer.Bytes;
        }
    }

    /// <summary>How many bytes a picture of a size takes.</summary>
    public static int Length(int width, int height) => (width * height) + (2 * ((width + 1) / 2) * ((height + 1) / 2));

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _buffer, null)?.Release();
        GC.SuppressFinalize(this);
    }
}
