using System.Globalization;
using VideoAnalysis.Engine.Decoding;

namespace VideoAnalysis.Engine.Rendering;

/// <summary>
/// Writes a video anew, painted over where a mask says. ffmpeg does it in one process: it gets the mask as a video of
/// its own, and lays what is painted over the rest. Pictures keep their times, sound is kept, and everything else that
/// the file holds (places, dates, subtitles, chapters) is left out.
/// </summary>
/// <param name="settings">How to run the programs.</param>
internal sealed class VideoRenderer(DecoderSettings settings)
{
    /// <summary>
    /// How many pictures of the mask there are a second. Each stands for its whole span, whenever frames are shown in
    /// it.
    /// </summary>
    private const int MaskRate = 20;

    /// <summary>The mask begins before the video, in seconds, so that no frame is without one.</summary>
    private const int Lead = 1;

    /// <summary>The longer side of the mask in pixels.</summary>
    private const int MaskSide = 640;

    /// <summary>
    /// How many squares the longer side of a picture has where it is blurred: a face has a few at most.
    /// </summary>
    private const int BlurSquares = 32;

    /// <summary>The first version that pairs pictures with a mask by their times, and not by their order.</summary>
    private static readonly Version Oldest = new(4, 4);

    /// <summary>The first version that calls the option <c>-fps_mode</c>.</summary>
    private static readonly Version Renamed = new(5, 1);

    /// <summary>What an MP4 can hold as it is.</summary>
    private static readonly string[] KeptSound = ["aac", "mp3", "ac3", "eac3", "alac"];

    /// <summary>Writes a video.</summary>
    /// <param name="path">The video.</param>
    /// <param name="output">Where the MP4 goes.</param>
    /// <param name="paint">What it is painted over with.</param>
    /// <param name="mask">Where it is painted over.</param>
    /// <param name="progress">Told how far it is, 0 to 1.</param>
    /// <param name="cancellationToken">Gives up. The output is then not whole.</param>
    /// <exception cref="UnusableVideoException">The file is not a video that can be read.</exception>
    /// <exception cref="EngineFailureException">ffmpeg failed; the message says at what.</exception>
    /// <exception cref="FfmpegMissingException">ffmpeg is not installed, or too old.</exception>
    public async Task RenderAsync(
        string path, string output, Paint paint, IMask mask, Action<double> progress,
        CancellationToken cancellationToken)
    {
        var tools = settings.Tools ?? await FfmpegTools.FindAsync(cancellationToken);
        if (tools.Version < Oldest)
        {
            throw new FfmpegMissingException(
                $"{tools.Ffmpeg} is too old to render: it is version {tools.Version}, and has to be {Oldest}.");
        }

        var video = await VideoFile.OpenAsync(path, settings with { Tools = tools }, cancellationToken);
        var sound = await SoundAsync(tools, video.Path, cancellationToken);
        var (width, height) = MaskSize(video.Track.Shown);
        await using var ffmpeg = ChildProcess.Start(
            tools.Ffmpeg,
            Arguments(tools, video, output, paint, sound, (width, height)),
            settings.Patience,
            settings.Time,
            cancellationToken,
            takesInput: true);
        progress(0);
        var length = (video.Metadata.DurationMillis ?? 0) / 1000.0;
        var sending = Task.Run(
            () => SendAsync(ffmpeg.Input, mask, width, height, length, cancellationToken), cancellationToken);
        await foreach (var line in ffmpeg.ReadLinesAsync(long.MaxValue))
        {
            if (line.Split('=') is ["out_time_us", var text]
                && long.TryParse(text, CultureInfo.InvariantCulture, out var done) && length > 0)
            {
                progress(Math.Clamp(done / 1e6 / length, 0, 1));
            }
        }

        var exit = await ffmpeg.ExitCodeAsync();
        if (exit != 0)
        {
            throw FfmpegExit.Failure("ffmpeg", exit, ffmpeg.Errors);
        }

        await sending;
    }

    /// <summary>Sends the mask, picture after picture, for as long as they are taken.</summary>
    private static async Task SendAsync(
        Stream input, IMask mask, int width, int height, double length, CancellationToken cancellationToken)
    {
        var pixels = new byte[width * height];
        try
        {
            await using (input)
            {
                // The last one stands for whatever comes after the end that the file names.
                var count = (int)Math.Ceiling((length + (2 * Lead)) * MaskRate);
                for (var i = 0; i < count; i++)
                {
                    var from = ((double)i / MaskRate) - Lead;
                    pixels.AsSpan().Clear();
                    mask.Draw(pixels, width, height, from, from + (1.0 / MaskRate));
                    await input.WriteAsync(pixels, cancellationToken);
                }
            }
        }
        catch (IOException)
        {
            // ffmpeg has ended, and needs no more; how it ended says its exit code.
        }
    }

    private async Task<string?> SoundAsync(FfmpegTools tools, string path, CancellationToken cancellationToken)
    {
        await using var probe = ChildProcess.Start(
            tools.Ffprobe,
            [.. FfmpegArguments.Probing, "-select_streams", "a", "-show_entries", "stream=codec_name", "-of", "csv=p=0",
                .. FfmpegArguments.Input(path)],
            settings.Patience,
            settings.Time,
            cancellationToken);
        var codecs = (await probe.ReadTextAsync(64 * 1024))
            .Split(['\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries);
        await probe.ExitCodeAsync();
        return codecs.Length == 0 ? null : codecs.All(KeptSound.Contains) ? "copy" : "aac";
    }

    private static string[] Arguments(
        FfmpegTools tools, VideoFile video, string output, Paint paint, string? sound, (int Width, int Height) mask) =>
    [
        "-hide_banner", "-v", "error", "-nostats", "-progress", "pipe:1", "-copyts",
        .. video.StartsAtZero ? ["-start_at_zero"] : Array.Empty<string>(),
        "-noautorotate", "-max_pixels", Text(TrackLimits.MostPixels), .. FfmpegArguments.Input(video.Path),
        "-itsoffset", Text(-Lead), "-f", "rawvideo", "-pixel_format", "gray",
        "-video_size", $"{Text(mask.Width)}x{Text(mask.Height)}", "-framerate", Text(MaskRate), "-i", "pipe:0",
        "-filter_complex", Filters(video.Track, paint), "-map", "[out]", "-map_metadata", "-1", "-map_chapters", "-1",
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p",
        .. OwnTimes(tools), "-enc_time_base", "1:90000",
        .. sound is null ? Array.Empty<string>() : ["-map", "0:a", "-c:a", sound],
        "-movflags", "+faststart", "-f", "mp4", "-y", "file:" + Path.GetFullPath(output),
    ];

    /// <summary>
    /// Frames keep the times that they have; by default some versions make of them as many as there are ticks of the
    /// clock.
    /// </summary>
    private static string[] OwnTimes(FfmpegTools tools) =>
        tools.Version is { } version && version < Renamed ? ["-vsync", "vfr"] : ["-fps_mode", "vfr"];

    private static string Filters(ProbedTrack track, Paint paint)
    {
        // H.264 in 4:2:0 has pairs of columns and rows.
        var (width, height) = (Even(track.Shown.Width), Even(track.Shown.Height));
        var size = $"{Text(width)}:{Text(height)}";
        var shown = track.Orientation.Before($"scale={size},setsar=1,format=yuv420p");
        var painted = paint switch
        {
            Paint.Blur => $"scale={Squares(width, height)}:flags=area,scale={size}:flags=bilinear",
            _ => "drawbox=x=0:y=0:w=iw:h=ih:color=0xffd27a:t=fill",
        };
        return $"[0:{Text(track.Index)}]{shown},split[plain][copy];[copy]{painted}[painted];"
            + $"[1:v]scale={size}:flags=neighbor,format=gray[mask];[painted][mask]alphamerge[over];"
            + "[plain][over]overlay=format=yuv420:shortest=1[out]";
    }

    private static string Squares(int width, int height)
    {
        var scale = BlurSquares / (double)Math.Max(width, height);
        return $"{Text(Math.Max(2, Even((int)(width * scale))))}:{Text(Math.Max(2, Even((int)(height * scale))))}";
    }

    private static (int Width, int Height) MaskSize((int Width, int Height) shown)
    {
        var scale = Math.Min(1, MaskSide / (double)Math.Max(shown.Width, shown.Height));
        return (Math.Max(2, (int)Math.Round(shown.Width * scale)), Math.Max(2, (int)Math.Round(shown.Height * scale)));
    }

    private static int Even(int pixels) => (pixels + 1) / 2 * 2;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
