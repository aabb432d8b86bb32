using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>A video that can be decoded. Files are read by ffprobe and ffmpeg, each in a process of its own.</summary>
internal sealed class VideoFile
{
    internal VideoFile(VideoMetadata metadata) => Metadata = metadata;

    /// <summary>Milliseconds between two samples, as Rekognition Video takes them.</summary>
    public const int SamplingInterval = 500;

    /// <summary>What the file says of itself. Width and height are as shown: turned upright, with square pixels.</summary>
    public VideoMetadata Metadata { get; }

    /// <summary>
    /// What could not be decoded. Null while the pictures are being read, and when all of it could be. Set when
    /// <see cref="ReadAsync"/> has ended.
    /// </summary>
    public UnreadPart? Unread { get; private set; }

    /// <summary>Opens a video, whatever its file is called; decodes nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnusableVideoException">It is no video, or not one that Rekognition would take.</exception>
    /// <exception cref="EngineFailureException">ffprobe failed, and may not fail again.</exception>
    /// <exception cref="FfmpegMissingException">ffmpeg is not installed, or too old.</exception>
    public static Task<VideoFile> OpenAsync(string path, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>
    /// Decodes the video once, from its start to its end: what is shown at every half second (<see cref="SampledPicture"/>),
    /// and every frame as a <see cref="SmallPicture"/> where that is wanted. Both come in the order of their timestamps;
    /// between one another they may be some frames apart. The caller disposes each picture.
    /// </summary>
    /// <param name="everyFrame">Whether small pictures are wanted as well.</param>
    /// <param name="cancellationToken">Gives up, and ends the decoder.</param>
    /// <exception cref="UnusableVideoException">While enumerating: nothing of the video can be decoded.</exception>
    /// <exception cref="EngineFailureException">While enumerating: the decoder failed, and may not fail again.</exception>
    public IAsyncEnumerable<DecodedPicture> ReadAsync(bool everyFrame, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
