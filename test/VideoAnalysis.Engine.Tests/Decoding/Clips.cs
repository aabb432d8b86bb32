using System.Diagnostics;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Decoding;

/// <summary>Composes small videos with ffmpeg, in a folder of its own.</summary>
public sealed class Clips : IDisposable
{
    /// <summary>A moving test picture, 320x180 at 25 frames/s; frames show their number.</summary>
    public const string Moving = "testsrc2=size=320x180:rate=25";

    private readonly TemporaryFolder _folder = new();

    /// <summary>The full path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(_folder.Path, name);

    /// <summary>Runs ffmpeg in the folder; the last argument is the file that it makes.</summary>
    /// <param name="arguments">Separated by spaces.</param>
    /// <returns>The full path of the file.</returns>
    public async Task<string> MakeAsync(string arguments)
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        await RunAsync("ffmpeg", ["-nostdin", "-v", "error", "-y", .. words]);
        return this[words[^1]];
    }

    /// <summary>Makes a video of the moving test picture.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="seconds">Its length.</param>
    /// <param name="more">Arguments for what is special about it, among them filters.</param>
    public Task<string> MovingAsync(string name, double seconds, string more = "") =>
        MakeAsync(FormattableString.Invariant($"-t {seconds} -f lavfi -i {Moving} ") +
            $"-c:v libx264 -preset ultrafast -bf 2 -g 25 -pix_fmt yuv420p {more} {name}");

    /// <summary>Overwrites the pictures of a video with zeros.</summary>
    /// <param name="path">The video.</param>
    /// <param name="which">Which of its packets, in the order of the file.</param>
    public async Task DamageAsync(string path, Range which)
    {
        var lines = await RunAsync(
            "ffprobe",
            ["-v", "error", "-select_streams", "v:0", "-show_entries", "packet=pos,size", "-of", "csv=p=0", path]);
        var packets = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(',').Select(int.Parse).ToList())
            .ToList();
        await using var file = File.OpenWrite(path);
        // ffprobe prints the size before the place.
        foreach (var packet in packets.Take(which))
        {
            file.Position = packet[1];
            file.Write(new byte[packet[0]]);
        }
    }

    /// <summary>Changes the only place in a file that has some bytes.</summary>
    public static void Patch(string path, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf(from);
        Assert.True(at >= 0 && bytes.AsSpan(at + 1).IndexOf(from) < 0, "The bytes are there once.");
        to.CopyTo(bytes.AsSpan(at));
        File.WriteAllBytes(path, bytes);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var path = CommandPath.Find(program, "Composing videos", "sudo apt-get install -y ffmpeg");
        using var process = Process.Start(new ProcessStartInfo(path, arguments)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
        return output;
    }
}
