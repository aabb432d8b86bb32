using System.Globalization;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Rendering;

/// <summary>Cuts small square pictures out of a video.</summary>
internal sealed class FrameCutter
{
    /// <summary>As much of the picture around a box is shown, in its own sizes.</summary>
    private const double Margin = 0.3;

    private const int MostBytes = 1024 * 1024;

    private readonly DecoderSettings _settings;
    private readonly FfmpegTools _tools;
    private readonly VideoFile _video;

    private FrameCutter(DecoderSettings settings, FfmpegTools tools, VideoFile video) =>
        (_settings, _tools, _video) = (settings, tools, video);

    /// <summary>Opens a video.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnusableVideoException">The file is not a video that can be read.</exception>
    /// <exception cref="EngineFailureException">ffprobe failed, and may not fail again.</exception>
    /// <exception cref="FfmpegMissingException">ffmpeg is not installed, or too old.</exception>
    public static async Task<FrameCutter> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var tools = await FfmpegTools.FindAsync(cancellationToken);
        var settings = new DecoderSettings { Tools = tools };
        return new(settings, tools, await VideoFile.OpenAsync(path, settings, cancellationToken));
    }

    /// <summary>Cuts a picture out.</summary>
    /// <param name="timestamp">Of the frame, in milliseconds.</param>
    /// <param name="box">What is shown; null for the middle of the frame.</param>
    /// <param name="side">How many pixels the picture has a side.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A JPEG; empty where there is no such frame.</returns>
    /// <exception cref="EngineFailureException">ffmpeg failed.</exception>
    public async Task<byte[]> CutAsync(long timestamp, BoundingBox? box, int side, CancellationToken cancellationToken)
    {
        await using var ffmpeg = ChildProcess.Start(
            _tools.Ffmpeg, Arguments(timestamp, box, side), _settings.Patience, _settings.Time, cancellationToken);
        var bytes = await ffmpeg.ReadBytesAsync(MostBytes);
        var exit = await ffmpeg.ExitCodeAsync();
        return exit == 0 ? bytes : throw FfmpegExit.Failure("ffmpeg", exit, ffmpeg.Errors);
    }

    private string[] Arguments(long timestamp, BoundingBox? box, int side)
    {
        var track = _video.Track;
        var (width, height) = track.Shown;
        var size = Math.Max(2, Math.Min(
            Math.Min(width, height),
            box is null ? double.MaxValue : (1 + (2 * Margin)) * Math.Max(box.Width * width, box.Height * height)));
        var left = Math.Clamp((((box?.Left + (box?.Width / 2)) ?? 0.5) * width) - (size / 2), 0, width - size);
        var top = Math.Clamp((((box?.Top + (box?.Height / 2)) ?? 0.5) * height) - (size / 2), 0, height - size);
        var shown = track.Orientation.Before($"scale={Text(width)}:{Text(height)}");

        // Where ffmpeg is sent counts from the file's own start. A millisecond on, or rounding could show the frame
        // before.
        var seconds = ((timestamp + 1) / 1000.0) - (_video.StartsAtZero ? 0 : track.FileStart);
        return
        [
            "-hide_banner", "-nostdin", "-v", "error", "-noautorotate", "-max_pixels", Text(TrackLimits.MostPixels),
            "-ss", Text(Math.Max(0, seconds)), .. FfmpegArguments.Input(_video.Path), "-map", $"0:{Text(track.Index)}",
            "-frames:v", "1", "-vf",
            $"{shown},crop={Text((int)size)}:{Text((int)size)}:{Text((int)left)}:{Text((int)top)}" +
                $",scale={Text(side)}:{Text(side)}",
            "-c:v", "mjpeg", "-q:v", "5", "-pix_fmt", "yuvj420p", "-f", "mjpeg", "pipe:1",
        ];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
