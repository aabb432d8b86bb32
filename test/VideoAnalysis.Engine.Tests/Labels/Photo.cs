using System.Diagnostics;
using System.Globalization;
using System.Text;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Tests.Labels;

/// <summary>Reads photos, with ffmpeg.</summary>
internal static class Photo
{
    /// <summary>Reads a photo.</summary>
    public static async Task<RgbPicture> ReadAsync(string path)
    {
        var size = Encoding.ASCII.GetString(await RunAsync(
            "ffprobe", "-v", "error", "-show_entries", "stream=width,height", "-of", "csv=p=0", path))
                .Trim().Split(',');
        var bytes = await RunAsync("ffmpeg", "-v", "error", "-i", path, "-pix_fmt", "gbrp", "-f", "rawvideo", "pipe:1");
        var picture = new RgbPicture();
        picture.SetSize(
            int.Parse(size[0], CultureInfo.InvariantCulture), int.Parse(size[1], CultureInfo.InvariantCulture));

        // Green, blue, red.
        Fill(picture.Plane(1), bytes.AsSpan(0));
        Fill(picture.Plane(2), bytes.AsSpan(bytes.Length / 3));
        Fill(picture.Plane(0), bytes.AsSpan(bytes.Length / 3 * 2));
        return picture;
    }

    private static void Fill(Span<float> plane, ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < plane.Length; i++)
        {
            plane[i] = bytes[i];
        }
    }

    private static async Task<byte[]> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }
}
