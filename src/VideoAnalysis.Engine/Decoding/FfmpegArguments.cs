using System.Globalization;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>The arguments of ffmpeg and ffprobe.</summary>
internal static class FfmpegArguments
{
    /// <summary>What ffprobe gets first, whatever it is asked.</summary>
    public static IReadOnlyList<string> Probing { get; } = ["-hide_banner", "-v", "error"];

    // Nobody looks at checksums, which cost as much as scaling every frame does.
    private static IReadOnlyList<string> Output { get; } = ["-write_crc32", "0", "-f", "matroska", "pipe:1"];

    /// <summary>
    /// Names the input. A file is read as its format, whatever it looks like, and nothing else is opened, whatever it
    /// asks for: no network, no playlist, no device. The prefix makes the rest of the name mean nothing but a name.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="format">What ffmpeg calls the format; by default that of MP4 and MOV.</param>
    public static IReadOnlyList<string> Input(string path, string format = "mov") =>
        ["-protocol_whitelist", "file,pipe", "-f", format, "-i", "file:" + Path.GetFullPath(path)];

    /// <summary>Lists when the frames of a track are shown, as the file says: a line a frame.</summary>
    /// <param name="path">The file.</param>
    /// <param name="track">The index of the track.</param>
    public static IReadOnlyList<string> Times(string path, int track) =>
    [
        .. Probing, "-select_streams", Text(track), "-show_entries", "packet=pts_time,duration_time,flags",
        "-of", "compact=print_section=0", .. Input(path),
    ];

    /// <summary>
    /// One decoding for both kinds of pictures: stream 1 has what is shown at every half second, stream 2 every frame,
    /// small. Matroska with raw pictures in it keeps the exact times of both.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="track">Its track.</param>
    /// <param name="everyFrame">
    /// Whether the small pictures are wanted; without that they are tiny, for their times.
    /// </param>
    /// <param name="startAtZero">Whether the first of the file's tracks begins at 0, whatever its times say.</param>
    public static IReadOnlyList<string> Decoding(string path, ProbedTrack track, bool everyFrame, bool startAtZero) =>
    [
        "-hide_banner", "-nostdin", "-v", "error", "-threads", "1", "-max_error_rate", "1", "-copyts",
        .. startAtZero ? ["-start_at_zero"] : Array.Empty<string>(),
        "-noautorotate", "-max_pixels", Text(TrackLimits.MostPixels), .. Input(path),
        "-filter_complex", Filters(track, everyFrame), "-map", "[sampled]", "-map", "[small]",
        "-c:v", "rawvideo", "-enc_time_base", "1:1000", .. Output,
    ];

    /// <summary>Decodes the first audio track to <see cref="SoundBlock"/>s, in Matroska for their times.</summary>
    /// <param name="path">The file.</param>
    /// <param name="channels">How many channels to make of it.</param>
    /// <param name="startAtZero">Whether the first of the file's tracks begins at 0, whatever its times say.</param>
    public static IReadOnlyList<string> Sound(string path, int channels, bool startAtZero) =>
    [
        "-hide_banner", "-nostdin", "-v", "error", "-threads", "1", "-max_error_rate", "1", "-copyts",
        .. startAtZero ? ["-start_at_zero"] : Array.Empty<string>(),
        .. Input(path),
        "-map", "0:a:0", "-ac", Text(channels), "-ar", Text(SoundBlock.Rate), "-c:a", "pcm_s16le", .. Output,
    ];

    /// <summary>The size of the pictures of stream 2.</summary>
    public static (int Width, int Height) SmallSize(ProbedTrack track, bool everyFrame) =>
        everyFrame ? track.Small : (2, 2);

    // A first picture between 0 and the first half second is shown from 0 on, as players do. Then fps with round=up
    // gives the picture that is shown at each half second.
    private static string Filters(ProbedTrack track, bool everyFrame)
    {
        var upright = track.Orientation.Before("setsar=1,format=yuv420p");
        return $"[0:{Text(track.Index)}]split[a][b];"
            + "[a]setpts=if(eq(N\\,0)*lt(T\\,0.5)\\,0\\,PTS),fps=2:round=up,"
            + $"{Scale(track, track.Sampled, "")},{upright}[sampled];"
            + $"[b]{Scale(track, SmallSize(track, everyFrame), ":flags=neighbor")},{upright}[small]";
    }

    private static string Scale(ProbedTrack track, (int Width, int Height) size, string more)
    {
        var (width, height) = track.Orientation.SwapsSides ? (size.Height, size.Width) : size;
        var range = track.FullRange == true ? ":in_range=pc:out_range=tv" : "";
        return $"scale={Text(width)}:{Text(height)}{range}{more}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
