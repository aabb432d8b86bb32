using VideoAnalysis.Engine.Decoding;

namespace VideoAnalysis.Engine.Pictures;

/// <summary>Looks at what the decoder hands out as at pictures.</summary>
internal static class DecodedPictures
{
    private static readonly Dictionary<ColorMatrix, YuvColours> Colours = new()
    {
        [ColorMatrix.Bt601] = YuvColours.Bt601(fullRange: false),
        [ColorMatrix.Bt709] = YuvColours.Bt709(fullRange: false),
        [ColorMatrix.Bt2020] = YuvColours.Bt2020(fullRange: false),
    };

    /// <summary>A view of the picture, valid until it is disposed.</summary>
    public static YuvPicture ToYuv(this SampledPicture picture) => new(
        picture.Luma, picture.Cb, picture.Cr, picture.Width, picture.Height, Colours[picture.Matrix]);
}
