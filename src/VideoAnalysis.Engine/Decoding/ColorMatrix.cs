namespace VideoAnalysis.Engine.Decoding;

/// <summary>Which weights make brightness and colour differences of red, green and blue.</summary>
internal enum ColorMatrix
{
    /// <summary>ITU-R BT.601: standard definition.</summary>
    Bt601,

    /// <summary>ITU-R BT.709: high definition.</summary>
    Bt709,

    /// <summary>ITU-R BT.2020 with constant or non-constant luminance: ultra-high definition.</summary>
    Bt2020,
}
