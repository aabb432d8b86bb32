using System.Globalization;
using System.Text;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Persons;

/// <summary>A JPEG or PNG picture, decoded by ffmpeg as videos are.</summary>
internal sealed class StillPicture
{
    /// <summary>The smallest picture that the service takes (Rekognition quotas).</summary>
    private const int LeastSide = 80;

    /// <summary>Larger pictures are made smaller: no network here looks at more.</summary>
    private const int MostSide = 1920;

    /// <summary>The longest header of a picture in YUV4MPEG2.</summary>
    private const int MostHeader = 256;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly byte[] _planes;
    private readonly int _width;
    private readonly int _height;

    private StillPicture(byte[] planes, int width, int height) => (_planes, _width, _height) = (planes, width, height);

    /// <summary>Reads a picture.</summary>
    /// <param name="path">The file. Its name says nothing of the format.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnusablePictureException">The file is not a picture, is damaged, or is too small.</exception>
    /// <exception cref="EngineFailureException">ffmpeg failed, and may not fail again.</exception>
    /// <exception cref="FfmpegMissingException">ffmpeg is not installed, or too old.</exception>
    public static async Task<StillPicture> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var format = FormatOf(path) ?? throw new UnusablePictureException("the picture is neither JPEG nor PNG.");
        var tools = await FfmpegTools.FindAsync(cancellationToken);
        await using var ffmpeg = ChildProcess.Start(
            tools.Ffmpeg, Arguments(path, format), Patience, TimeProvider.System, cancellationToken);
        var bytes = await ffmpeg.ReadBytesAsync(MostHeader + (2 * MostSide * MostSide));
        var code = await ffmpeg.ExitCodeAsync();
        if (code != 0 && !FfmpegExit.IsOwn(code, ffmpeg.Errors))
        {
            throw FfmpegExit.Failure("ffmpeg", code, ffmpeg.Errors);
        }

        return code == 0 && Parse(bytes) is { } picture
            ? picture
            : throw new UnusablePictureException(
                $"the picture is damaged, or has less than {LeastSide} pixels a side.");
    }

    /// <summary>A view of the picture.</summary>
    public YuvPicture ToYuv()
    {
        var (luma, chroma) = (_width * _height, ((_width + 1) / 2) * ((_height + 1) / 2));
        return new(
            _planes.AsSpan(0, luma),
            _planes.AsSpan(luma, chroma),
            _planes.AsSpan(luma + chroma, chroma),
            _width,
            _height,
            YuvColours.Bt601(fullRange: false));
    }

    private static string? FormatOf(string path)
    {
        Span<byte> start = stackalloc byte[8];
        using var file = File.OpenRead(path);
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..length] switch
        {
            [0xFF, 0xD8, 0xFF, ..] => "jpeg_pipe",
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A] => "png_pipe",
            _ => null,
        };
    }

    private static string[] Arguments(string path, string format)
    {
        var side = MostSide.ToString(CultureInfo.InvariantCulture);
        return
        [
            "-hide_banner", "-nostdin", "-v", "error", "-threads", "1", "-max_pixels",
            TrackLimits.MostPixels.ToString(CultureInfo.InvariantCulture), .. FfmpegArguments.Input(path, format),
            "-frames:v", "1", "-vf",
            $"scale=w='min(iw\\,{side})':h='min(ih\\,{side})':force_original_aspect_ratio=decrease" +
                ":out_range=tv:out_color_matrix=bt601,format=yuv420p",
            "-f", "yuv4mpegpipe", "pipe:1",
        ];
    }

    // A line that says the size, a line that a frame begins, and the planes.
    private static StillPicture? Parse(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\nFRAME\n"u8);
        if (end is < 0 or > MostHeader)
        {
            return null;
        }

        var words = Encoding.ASCII.GetString(bytes, 0, end).Split(' ');
        var (width, height) = (Number(words, 'W'), Number(words, 'H'));
        var planes = bytes[(end + "\nFRAME\n".Length)..];
        return Math.Min(width, height) >= LeastSide && planes.Length == DecodedPicture.Length(width, height)
            ? new(planes, width, height)
            : null;
    }

    private static int Number(string[] words, char name) =>
        words.FirstOrDefault(word => word[0] == name) is { } word
        && int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
