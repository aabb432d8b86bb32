using System.Numerics;

namespace VideoAnalysis.Engine.Pictures;

/// <summary>
/// How luma and chroma become red, green and blue, each 0 to 255:
/// red = <see cref="Gain"/> * (y - <see cref="Black"/>) + <see cref="RedOfV"/> * (v - 128), and so on.
/// </summary>
/// <param name="Black">The luma of black.</param>
/// <param name="Gain">What one step of luma adds to all three.</param>
/// <param name="RedOfV">What one step of v adds to red.</param>
/// <param name="GreenOfU">What one step of u adds to green; negative.</param>
/// <param name="GreenOfV">What one step of v adds to green; negative.</param>
/// <param name="BlueOfU">What one step of u adds to blue.</param>
internal readonly record struct YuvColours(
    float Black, float Gain, float RedOfV, float GreenOfU, float GreenOfV, float BlueOfU)
{
    /// <summary>Colours of the standard with these weights.</summary>
    /// <param name="red">The weight of red in luma (Kr): 0.299 in BT.601, 0.2126 in BT.709, 0.2627 in BT.2020.</param>
    /// <param name="blue">
    /// The weight of blue in luma (Kb): 0.114 in BT.601, 0.0722 in BT.709, 0.0593 in BT.2020.
    /// </param>
    /// <param name="fullRange">
    /// Whether luma uses all of 0 to 255; otherwise it is 16 to 235, and chroma 16 to 240.
    /// </param>
    public static YuvColours Of(double red, double blue, bool fullRange)
    {
        var (luma, chroma) = fullRange ? (1, 1) : (255 / 219.0, 255 / 224.0);
        var green = 1 - red - blue;
        return new(
            fullRange ? 0 : 16,
            (float)luma,
            (float)(chroma * 2 * (1 - red)),
            (float)(-chroma * 2 * (1 - blue) * blue / green),
            (float)(-chroma * 2 * (1 - red) * red / green),
            (float)(chroma * 2 * (1 - blue)));
    }

    /// <summary>The colours of ITU-R BT.601, which also holds where a file does not say.</summary>
    public static YuvColours Bt601(bool fullRange) => Of(0.299, 0.114, fullRange);

    /// <summary>The colours of ITU-R BT.709.</summary>
    public static YuvColours Bt709(bool fullRange) => Of(0.2126, 0.0722, fullRange);

    /// <summary>The colours of ITU-R BT.2020.</summary>
    public static YuvColours Bt2020(bool fullRange) => Of(0.2627, 0.0593, fullRange);

    /// <summary>
    /// Makes red, green and blue, each 0 to 255, of luma and chroma. They may be written over what is read.
    /// </summary>
    /// <param name="ys">The luma of pixels; at least as many as <paramref name="red"/> is long, as the others.</param>
    /// <param name="us">The u of the same pixels.</param>
    /// <param name="vs">The v of the same pixels.</param>
    /// <param name="red">Becomes their red.</param>
    /// <param name="green">Becomes their green.</param>
    /// <param name="blue">Becomes their blue.</param>
    public void ToRgb(
        ReadOnlySpan<float> ys,
        ReadOnlySpan<float> us,
        ReadOnlySpan<float> vs,
        Span<float> red,
        Span<float> green,
        Span<float> blue)
    {
        var (middle, black) = (new Vector<float>(128), new Vector<float>(Black));
        var i = 0;
        for (; i <= red.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var luma = (new Vector<float>(ys[i..]) - black) * Gain;
            var (u, v) = (new Vector<float>(us[i..]) - middle, new Vector<float>(vs[i..]) - middle);
            Within(luma + (v * RedOfV)).CopyTo(red[i..]);
            Within(luma + (u * GreenOfU) + (v * GreenOfV)).CopyTo(green[i..]);
            Within(luma + (u * BlueOfU)).CopyTo(blue[i..]);
        }

        for (; i < red.Length; i++)
        {
            var (luma, u, v) = ((ys[i] - Black) * Gain, us[i] - 128, vs[i] - 128);
            red[i] = Math.Clamp(luma + (v * RedOfV), 0, 255);
            green[i] = Math.Clamp(luma + (u * GreenOfU) + (v * GreenOfV), 0, 255);
            blue[i] = Math.Clamp(luma + (u * BlueOfU), 0, 255);
        }
    }

    private static Vector<float> Within(Vector<float> values) =>
        Vector.Min(new Vector<float>(255), Vector.Max(Vector<float>.Zero, values));
}
