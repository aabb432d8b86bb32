namespace VideoAnalysis.Engine;

/// <summary>Why a file cannot be analysed. None of these goes away by trying again.</summary>
public enum UnusableVideoReason
{
    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>The file is not a video, or is one in another container than MP4 or MOV.</summary>
    UnsupportedFormat,

    /// <summary>The file ends before what its own index announces.</summary>
    Truncated,

    /// <summary>The file holds no video track.</summary>
    NoVideoTrack,

    /// <summary>The video track is compressed with something else than H.264.</summary>
    UnsupportedCodec,

    /// <summary>The frames are larger than what is decoded.</summary>
    TooLarge,

    /// <summary>The file looks right and cannot be decoded.</summary>
    Damaged,
}
