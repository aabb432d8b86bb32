using System.Globalization;
using System.Text.Json;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>Asks ffprobe what a file is. Decodes nothing but what ffprobe itself does at the beginning.</summary>
internal static class Probe
{
    // A file with hundreds of tracks fits in.
    private const int MostBytes = 4 * 1024 * 1024;

    // Pixels of another shape than that are garbage.
    private const double MostPixelAspect = 8;

    /// <summary>Describes the file's first H.264 track.</summary>
    /// <param name="tools">The programs.</param>
    /// <param name="path">The file.</param>
    /// <param name="patience">How long ffprobe may be silent.</param>
    /// <param name="time">Measures that.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnusableVideoException">The file has no track that can be analysed.</exception>
    /// <exception cref="EngineFailureException">ffprobe failed.</exception>
    public static async Task<ProbedTrack> FileAsync(
        FfmpegTools tools, string path, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var child = ChildProcess.Start(
            tools.Ffprobe,
            [.. FfmpegArguments.Probing, "-show_streams", "-show_format", "-of", "json",
                .. FfmpegArguments.Input(path)],
            patience,
            time,
            cancellationToken);
        var text = await child.ReadTextAsync(MostBytes);
        var exit = await child.ExitCodeAsync();
        if (exit != 0)
        {
            throw FfmpegExit.IsOwn(exit, child.Errors)
                ? Refusal.Damaged($"it cannot be opened ({child.Errors})")
                : FfmpegExit.Failure("ffprobe", exit, child.Errors);
        }

        try
        {
            var answer = JsonSerializer.Deserialize(text, ProbeJsonContext.Default.ProbeJson);
            return Track(answer ?? throw new JsonException("null"));
        }
        catch (JsonException e)
        {
            throw new EngineFailureException($"ffprobe's answer is not as expected: {e.Message}", e);
        }
    }

    private static ProbedTrack Track(ProbeJson answer)
    {
        var videos = (answer.Streams ?? [])
            .Where(stream => stream.CodecType == "video" && stream.Disposition is not { AttachedPicture: 1 })
            .ToList();
        var track = videos.Find(stream => stream.CodecName == "h264");
        if (track is null)
        {
            throw videos is [var first, ..]
                ? Refusal.NotH264(VideoCodec.Describe(first.CodecName ?? "", first.CodecTag ?? ""))
                : Refusal.NoVideoTrack();
        }

        if (track.Width <= 0 || track.Height <= 0)
        {
            throw Refusal.Damaged("its frames have no size");
        }

        var probed = new ProbedTrack(
            track.Index,
            track.Width,
            track.Height,
            Ratio(track.PixelAspect, ':') is >= 1 / MostPixelAspect and <= MostPixelAspect and var aspect ? aspect : 1,
            Orientation.OfMatrix(
                track.SideData?.Select(data => data.DisplayMatrix).FirstOrDefault(matrix => matrix is not null)),
            Ratio(track.FrameRate, '/'),
            Number(track.Start) ?? 0,
            Number(answer.Format?.Start) ?? 0,
            Number(track.Duration) ?? Number(answer.Format?.Duration),
            Number(track.Frames) is > 0 and var frames ? (long)frames : null,
            IsFullRange(track),
            Matrix(track))
        {
            Audio = [.. (answer.Streams ?? []).Where(stream => stream.CodecType == "audio").Select(Audio)],
        };
        return (long)track.Width * track.Height > TrackLimits.MostPixels
            ? throw Refusal.TooLarge(track.Width, track.Height)
            : probed;
    }

    private static AudioTrack Audio(ProbeJson.Stream stream) => new(
        stream.CodecName,
        Number(stream.Duration) is >= 0 and < 1e7 and var seconds ? (long)Math.Round(seconds * 1000) : null,
        Number(stream.SampleRate) is > 0 and var rate ? (long)rate : null,
        stream.Channels > 0 ? stream.Channels : null);

    private static bool? IsFullRange(ProbeJson.Stream track) => track.ColorRange switch
    {
        "pc" => true,
        "tv" => false,
        _ => track.PixelFormat?.StartsWith("yuvj", StringComparison.Ordinal) == true ? true : null,
    };

    // Files that say nothing are taken as players take them: by their size. RGB becomes BT.601 in the decoder.
    private static ColorMatrix Matrix(ProbeJson.Stream track) => track.ColorSpace switch
    {
        "bt709" => ColorMatrix.Bt709,
        "smpte170m" or "bt470bg" or "fcc" or "gbr" or "smpte240m" => ColorMatrix.Bt601,
        "bt2020nc" or "bt2020c" => ColorMatrix.Bt2020,
        _ when track.PixelFormat?.StartsWith("gbr", StringComparison.Ordinal) == true => ColorMatrix.Bt601,
        _ => track.Height >= 720 || track.Width >= 1280 ? ColorMatrix.Bt709 : ColorMatrix.Bt601,
    };

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : null;

    private static double Ratio(string? text, char separator) =>
        text?.Split(separator) is [var upper, var lower]
            && Number(upper) is > 0 and var a && Number(lower) is > 0 and var b
            ? a / b
            : 0;
}
