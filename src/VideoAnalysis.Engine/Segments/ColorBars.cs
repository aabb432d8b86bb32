using VideoAnalysis.Engine.Decoding;

namespace VideoAnalysis.Engine.Segments;

/// <summary>
/// Colour bars, by which screens are adjusted: grey or white, yellow, cyan, green, magenta, red and blue beside one
/// another, as wide as the picture (SMPTE EG 1, EBU) or with grey at either side (SMPTE RP 219), at 75 or 100 percent.
/// Other bars or text may stand below, and black beside them.
/// </summary>
internal static class ColorBars
{
    // The seven bars cover at least this part of the height in every pattern.
    private const double Top = 0.15;
    private const double Bottom = 0.5;
    private const int SamplesAcross = 4;
    private const int SamplesDown = 6;

    // Something may be written over them.
    private const double LeastOfBar = 0.75;
    private const double LeastOfAll = 0.9;

    // Black beside them has less brightness and colour.
    private const int DarkestBar = 40;
    private const int LeastColor = 20;

    // BT.601 and BT.709 differ by some 6 degrees; 75 and 100 percent by a third.
    private const double MostTurn = 18 * Math.PI / 180;
    private const double LeastStrength = 0.55;
    private const double MostStrength = 1.5;
    private const int MostColorOfGrey = 12;
    private const int LeastBrightnessOfGrey = 120;

    // The colour differences of the bars at 75 percent in BT.601, from yellow to blue.
    private static readonly (int Cb, int Cr)[] Colors =
        [(-84, 14), (28, -84), (-56, -70), (56, 70), (-28, 84), (84, -14)];

    // Where the bars begin and end, in parts of the width that is not black.
    private static readonly (double Left, double Right)[] Layouts = [(0, 1), (0.125, 0.875)];

    /// <summary>How sure it is that a frame shows colour bars: 50 to 100; null if it does not.</summary>
    public static float? ConfidenceOf(SmallPicture picture)
    {
        if (Lit(picture) is not var (left, right))
        {
            return null;
        }

        var most = Layouts.Max(layout => Likeness(
            picture, left + (layout.Left * (right - left)), left + (layout.Right * (right - left))));
        return most >= LeastOfAll ? (float)(50 + (50 * (most - LeastOfAll) / (1 - LeastOfAll))) : null;
    }

    // From where to where the picture is not black, in columns of the planes of colour.
    private static (int Left, int Right)? Lit(SmallPicture picture)
    {
        var row = (int)((Top + Bottom) / 2 * picture.ChromaHeight);
        var left = 0;
        while (left < picture.ChromaWidth && !IsLit(picture, left, row))
        {
            left++;
        }

        var right = picture.ChromaWidth;
        while (right > left && !IsLit(picture, right - 1, row))
        {
            right--;
        }

        return right - left >= picture.ChromaWidth / 4 ? (left, right) : null;
    }

    private static bool IsLit(SmallPicture picture, int x, int y)
    {
        var (brightness, cb, cr) = At(picture, x, y);
        return brightness > DarkestBar || Math.Abs(cb) > LeastColor || Math.Abs(cr) > LeastColor;
    }

    // Which part of what is sampled has the colour of its bar; 0 where a bar is missing.
    private static double Likeness(SmallPicture picture, double left, double right)
    {
        var width = (right - left) / (Colors.Length + 1);
        var (alike, before) = (0, double.MaxValue);
        for (var bar = 0; bar <= Colors.Length; bar++)
        {
            var (count, brightness) = Sample(picture, bar, left + (bar * width), width);
            if (count < LeastOfBar * SamplesAcross * SamplesDown || brightness >= before)
            {
                return 0;
            }

            alike += count;
            before = brightness;
        }

        return alike / (double)((Colors.Length + 1) * SamplesAcross * SamplesDown);
    }

    // Within a bar, away from its edges, over which the colours of its neighbours have spread.
    private static (int Alike, double Brightness) Sample(SmallPicture picture, int bar, double left, double width)
    {
        var (alike, brightness) = (0, 0.0);
        for (var i = 0; i < SamplesAcross * SamplesDown; i++)
        {
            var x = left + (width * (0.25 + (0.5 * (i % SamplesAcross) / (SamplesAcross - 1))));
            var y = picture.ChromaHeight * (Top + ((Bottom - Top) * (i / SamplesAcross) / (SamplesDown - 1)));
            var sample = At(picture, (int)x, (int)y);
            if (IsOf(bar, sample))
            {
                alike++;
                brightness += sample.Brightness;
            }
        }

        return (alike, brightness / Math.Max(1, alike));
    }

    private static bool IsOf(int bar, (int Brightness, int Cb, int Cr) sample)
    {
        if (bar == 0)
        {
            return sample.Brightness >= LeastBrightnessOfGrey
                && Math.Abs(sample.Cb) <= MostColorOfGrey && Math.Abs(sample.Cr) <= MostColorOfGrey;
        }

        var (cb, cr) = Colors[bar - 1];
        var length = Math.Sqrt((sample.Cb * sample.Cb) + (sample.Cr * sample.Cr));
        var expected = Math.Sqrt((cb * cb) + (cr * cr));
        return length >= LeastStrength * expected && length <= MostStrength * expected
            && (sample.Cb * cb) + (sample.Cr * cr) >= Math.Cos(MostTurn) * length * expected;
    }

    private static (int Brightness, int Cb, int Cr) At(SmallPicture picture, int x, int y)
    {
        var color = (y * picture.ChromaWidth) + x;
        var luma = (Math.Min(2 * y, picture.Height - 1) * picture.Width) + Math.Min(2 * x, picture.Width - 1);
        return (picture.Luma[luma], picture.Cb[color] - 128, picture.Cr[color] - 128);
    }
}
