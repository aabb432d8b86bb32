using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Local.Tests.Detection;

/// <summary>A picture that tests compose.</summary>
internal sealed class TestFrame
{
    private readonly RgbPicture _pixels = new();

    /// <summary>All gray.</summary>
    public TestFrame(int width, int height)
    {
        _pixels.SetSize(width, height);
        for (var colour = 0; colour < 3; colour++)
        {
            _pixels.Plane(colour).Fill(128);
        }
    }

    private TestFrame(RgbPicture pixels) => _pixels = pixels;

    public int Width => _pixels.Width;

    public int Height => _pixels.Height;

    /// <summary>What a decoder has handed out.</summary>
    public static TestFrame Of(SampledPicture picture)
    {
        var pixels = new RgbPicture();
        new Resizer().Resize(picture.ToYuv(), pixels, picture.Width, picture.Height);
        return new(pixels);
    }

    /// <summary>Colours that are made of the colours at a place of this picture.</summary>
    public TestFrame Map(int width, int height, Func<RgbPicture, int, int, int, float> make)
    {
        var made = new TestFrame(width, height);
        for (var colour = 0; colour < 3; colour++)
        {
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    made._pixels.Row(colour, y)[x] = make(_pixels, colour, x, y);
                }
            }
        }

        return made;
    }

    /// <summary>Puts another picture into this one, with its top left corner at a place.</summary>
    public void Paste(TestFrame picture, int left, int top)
    {
        for (var colour = 0; colour < 3; colour++)
        {
            for (var y = Math.Max(0, -top); y < Math.Min(picture.Height, Height - top); y++)
            {
                for (var x = Math.Max(0, -left); x < Math.Min(picture.Width, Width - left); x++)
                {
                    _pixels.Row(colour, top + y)[left + x] = picture._pixels.Row(colour, y)[x];
                }
            }
        }
    }

    public TestFrame Resized(double scale)
    {
        var pixels = new RgbPicture();
        new Resizer().Resize(_pixels, pixels, (int)Math.Round(Width * scale), (int)Math.Round(Height * scale));
        return new(pixels);
    }

    /// <summary>As a decoder would have handed it out: BT.601 in full range.</summary>
    public YuvPicture ToYuv()
    {
        var (width, height) = ((Width + 1) / 2, (Height + 1) / 2);
        var (y, u, v) = (new byte[Width * Height], new byte[width * height], new byte[width * height]);
        for (var row = 0; row < Height; row++)
        {
            for (var column = 0; column < Width; column++)
            {
                var (red, green, blue) = (At(0, column, row), At(1, column, row), At(2, column, row));
                var luma = (0.299 * red) + (0.587 * green) + (0.114 * blue);
                y[(row * Width) + column] = Byte(luma);
                var chroma = (row / 2 * width) + (column / 2);
                (u[chroma], v[chroma]) = (Byte(128 + ((blue - luma) / 1.772)), Byte(128 + ((red - luma) / 1.402)));
            }
        }

        return new(y, u, v, Width, Height, YuvColours.Bt601(fullRange: true));
    }

    private static byte Byte(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);

    private float At(int colour, int x, int y) => _pixels.Row(colour, y)[x];
}
