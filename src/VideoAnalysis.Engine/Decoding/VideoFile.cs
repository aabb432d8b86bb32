using System.Runtime.CompilerServices;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>A video that can be decoded. Files are read by ffprobe and ffmpeg, each in a process of its own.</summary>
internal sealed class VideoFile
{
    private readonly DecoderSettings _settings;
    private readonly FfmpegTools _tools;

    private VideoFile(DecoderSettings settings, FfmpegTools tools, string path, ProbedTrack track, bool hasFragments)
    {
        _settings = settings;
        _tools = tools;
        Path = path;
        Track = track;
        // A recording in fragments may count from when the stream began, hours before its own first frame.
        StartsAtZero = hasFragments || track.FileStart < 0;
        var end = track.Duration is { } duration ? track.Start + duration - (StartsAtZero ? track.FileStart : 0)
            : (double?)null;
        Metadata = new VideoMetadata
        {
            Codec = "h264",
            // The name that FFmpeg, and so Rekognition, has for MP4 and MOV alike.
            Format = "QuickTime / MOV",
            DurationMillis = end is { } seconds ? (long)Math.Round(Math.Clamp(seconds, 0, 1e7) * 1000) : null,
            FrameRate = track.FrameRate > 0 ? (float)track.FrameRate : null,
            FrameWidth = track.Shown.Width,
            FrameHeight = track.Shown.Height,
            ColorRange = track.FullRange switch { true => "FULL", false => "LIMITED", null => null },
        };
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Its track.</summary>
    public ProbedTrack Track { get; }

    /// <summary>Whether the first of the file's tracks begins at 0, whatever its times say.</summary>
    public bool StartsAtZero { get; }

    /// <summary>
    /// What the file says of itself. Width and height are as shown: turned upright, with square pixels.
    /// </summary>
    public VideoMetadata Metadata { get; }

    /// <summary>The audio tracks.</summary>
    public IReadOnlyList<AudioTrack> Audio => Track.Audio;

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
        OpenAsync(path, DecoderSettings.Default, cancellationToken);

    /// <summary>Opens a video, whatever its file is called; decodes nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">How to run the programs.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnusableVideoException">It is no video, or not one that Rekognition would take.</exception>
    /// <exception cref="EngineFailureException">ffprobe failed, and may not fail again.</exception>
    /// <exception cref="FfmpegMissingException">ffmpeg is not installed, or too old.</exception>
    public static async Task<VideoFile> OpenAsync(
        string path, DecoderSettings settings, CancellationToken cancellationToken)
    {
        var boxes = LookAt(path);
        var tools = settings.Tools ?? await FfmpegTools.FindAsync(cancellationToken);
        var track = await Probe.FileAsync(tools, path, settings.Patience, settings.Time, cancellationToken);
        return new VideoFile(settings, tools, path, track, boxes.HasFragments);
    }

    /// <summary>
    /// Decodes the video once, from its start to its end: what is shown at every half second
    /// (<see cref="SampledPicture"/>), and every frame as a <see cref="SmallPicture"/> where that is wanted. Both come
    /// in the order of their timestamps; between one another they may be some frames apart. The caller disposes each
    /// picture.
    /// </summary>
    /// <param name="everyFrame">Whether small pictures are wanted as well.</param>
    /// <param name="cancellationToken">Gives up, and ends the decoder.</param>
    /// <exception cref="UnusableVideoException">While enumerating: nothing of the video can be decoded.</exception>
    /// <exception cref="EngineFailureException">
    /// While enumerating: the decoder failed, and may not fail again.
    /// </exception>
    public async IAsyncEnumerable<DecodedPicture> ReadAsync(
        bool everyFrame, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Unread = null;
        await using var child = ChildProcess.Start(
            _tools.Ffmpeg,
            FfmpegArguments.Decoding(Path, Track, everyFrame, StartsAtZero),
            _settings.Patience,
            _settings.Time,
            cancellationToken);
        using var pictures = new PictureReader(new MatroskaReader(child), Track, everyFrame);
        while (await pictures.NextAsync() is { } picture)
        {
            yield return picture;
        }

        var exit = await child.ExitCodeAsync();
        if (exit != 0 && (pictures.FrameTimes.Count > 0 || !FfmpegExit.IsOwn(exit, child.Errors)))
        {
            throw FfmpegExit.Failure("ffmpeg", exit, child.Errors);
        }

        if (pictures.FrameTimes.Count == 0)
        {
            throw Refusal.Damaged("it holds no picture that can be decoded");
        }

        // Healthy files, nearly all of them, are not read a second time.
        if (child.HasErrors || pictures.FrameTimes.Count < Track.Frames)
        {
            Unread = await FrameTimes.MissingAsync(
                FfmpegArguments.Times(Path, Track.Index),
                _tools,
                StartsAtZero ? (long)Math.Round(Track.FileStart * 1000) : 0,
                pictures.FrameTimes,
                _settings.Patience,
                _settings.Time,
                cancellationToken);
        }
    }

    /// <summary>Decodes the first audio track from its start to its end, as far as it can be.</summary>
    /// <param name="cancellationToken">Gives up, and ends the decoder.</param>
    /// <returns>Nothing where there is no audio track.</returns>
    /// <exception cref="EngineFailureException">
    /// While enumerating: the decoder failed, and may not fail again.
    /// </exception>
    public async IAsyncEnumerable<SoundBlock> ReadSoundAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Track.Audio.Count == 0)
        {
            yield break;
        }

        var channels = (int)(Track.Audio[0].NumberOfChannels ?? 2);
        await using var child = ChildProcess.Start(
            _tools.Ffmpeg,
            FfmpegArguments.Sound(Path, channels, StartsAtZero),
            _settings.Patience,
            _settings.Time,
            cancellationToken);
        var source = new MatroskaReader(child);
        while (await source.NextAsync() is { } block)
        {
            var bytes = new byte[block.Length];
            await source.ReadAsync(bytes);
            yield return new SoundBlock(block.Timestamp, channels, bytes);
        }

        if (await child.ExitCodeAsync() is not 0 and var exit && !FfmpegExit.IsOwn(exit, child.Errors))
        {
            throw FfmpegExit.Failure("ffmpeg", exit, child.Errors);
        }
    }

    private static BoxWalk LookAt(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length == 0)
        {
            throw Refusal.Empty();
        }

        var boxes = BoxWalk.Over(file);
        return boxes switch
        {
            { Begins: false } => throw FileSignature.NotAVideo(file),
            { HasIndex: false, HasFragments: true } => throw Refusal.Segment(),
            { HasIndex: false } => throw Refusal.Incomplete("its index (the moov box) is missing"),
            { IsEncrypted: true } => throw Refusal.Encrypted(),
            { MissingBytes: > 0 } => throw Refusal.Incomplete($"{boxes.MissingBytes} bytes are missing at its end"),
            { HasMedia: false } => throw Refusal.Incomplete("it has an index and no media"),
            _ => boxes,
        };
    }
}
