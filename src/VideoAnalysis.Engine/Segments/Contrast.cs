using VideoAnalysis.Engine.Decoding;

namespace VideoAnalysis.Engine.Segments;

/// <summary>
/// How much the brightness of a picture varies: its standard deviation. A fade to one colour lowers it frame by frame,
/// down to about 0, and a fade from one colour raises it.
/// </summary>
internal static class Contrast
{
    /// <summary>Of every eighth pixel.</summary>
    public static float Of(SmallPicture picture)
    {
        var luma = picture.Luma;
        long sum = 0;
        long squares = 0;
        var count = 0;
        for (var y = 0; y < picture.Height; y += 2)
        {
            for (var x = 0; x < picture.Width; x += 4)
            {
                int value = luma[(y * picture.Width) + x];
                sum += value;
                squares += value * value;
                count++;
            }
        }

        var mean = sum / (double)count;
        return (float)Math.Sqrt(Math.Max(0, (squares / (double)count) - (mean * mean)));
    }
}
