using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace VideoAnalysis.Evaluate;

/// <summary>The videos that are measured: given ones, or the repository's sample and footage.</summary>
internal static class Footage
{
    private static readonly string Root = typeof(Footage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private static string Composed => Path.Combine(Root, "artifacts", "evaluation");

    private static string Source => Path.Combine(Root, "tools", "Evaluate", "Footage");

    /// <summary>
    /// The videos of a list of files and folders; of a folder, those with a ground truth beside them.
    /// </summary>
    /// <exception cref="FileNotFoundException">A path is neither, or a video has no ground truth.</exception>
    public static IReadOnlyList<string> In(IEnumerable<string> paths) => [.. paths.SelectMany(Videos)];

    /// <summary>
    /// The footage for an analysis, which is composed first if it is missing or older than its source; for faces the
    /// sample, too.
    /// </summary>
    /// <param name="analysis">The analysis's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">It could not be composed; the message says why.</exception>
    public static async Task<IReadOnlyList<string>> OfRepositoryAsync(
        string analysis, CancellationToken cancellationToken)
    {
        var stamp = Path.Combine(Composed, "composed.stamp");
        var newest = Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories).Max(File.GetLastWriteTimeUtc);
        if (!File.Exists(stamp) || File.GetLastWriteTimeUtc(stamp) < newest)
        {
            await Console.Error.WriteLineAsync(
                "Composing the footage, which takes a minute…".AsMemory(), cancellationToken);
            await ComposeAsync(cancellationToken);
            await File.WriteAllTextAsync(stamp, "", cancellationToken);
        }

        string[] samples = analysis == "faces" ? [Path.Combine(Root, "samples", "astronaut.mp4")] : [];
        return [.. samples, .. Videos(Path.Combine(Composed, analysis))];
    }

    /// <summary>Where the ground truth of a video is.</summary>
    public static string TruthOf(string video) => Path.ChangeExtension(video, ".json");

    private static IEnumerable<string> Videos(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path, "*.mp4").Where(video => File.Exists(TruthOf(video)))
                .Order(StringComparer.Ordinal);
        }

        return !File.Exists(path) ? throw new FileNotFoundException($"There is no {path}.")
            : !File.Exists(TruthOf(path))
                ? throw new FileNotFoundException($"{path} has no ground truth: there is no {TruthOf(path)}.")
            : [path];
    }

    private static async Task ComposeAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Source, "compose.mjs"), Composed])
            {
                RedirectStandardError = true,
            })!;
            var said = await node.StandardError.ReadToEndAsync(cancellationToken);
            await node.WaitForExitAsync(cancellationToken);
            if (node.ExitCode != 0)
            {
                throw new InvalidOperationException($"The footage could not be composed: {said}");
            }
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException(
                "Composing the footage needs Node.js and ffmpeg (on Debian: apt-get install nodejs ffmpeg).", e);
        }
    }
}
