using System.Globalization;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>The programs that read videos.</summary>
/// <param name="Ffmpeg">The path of ffmpeg.</param>
/// <param name="Ffprobe">The path of ffprobe.</param>
internal sealed record FfmpegTools(string Ffmpeg, string Ffprobe)
{
    /// <summary>The version of ffmpeg; null for builds from between two versions.</summary>
    public Version? Version { get; init; }

    /// <summary>The oldest version whose options are all known to work here.</summary>
    public static Version Oldest { get; } = new(4, 2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly SemaphoreSlim Finding = new(1, 1);
    private static FfmpegTools? _found;

    /// <summary>
    /// Finds the programs on the PATH, and checks their version; the second call has the answer already.
    /// </summary>
    /// <exception cref="FfmpegMissingException">They are not there, do not run, or are too old.</exception>
    public static async Task<FfmpegTools> FindAsync(CancellationToken cancellationToken)
    {
        await Finding.WaitAsync(cancellationToken);
        try
        {
            return _found ??= await FindAsync(Environment.GetEnvironmentVariable("PATH") ?? "", cancellationToken);
        }
        finally
        {
            Finding.Release();
        }
    }

    /// <summary>Finds the programs, and checks their version.</summary>
    /// <param name="path">The folders to look in, written as PATH is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FfmpegMissingException">They are not there, do not run, or are too old.</exception>
    public static async Task<FfmpegTools> FindAsync(string path, CancellationToken cancellationToken)
    {
        var tools = new FfmpegTools(Locate("ffmpeg", path), Locate("ffprobe", path));
        var version = await VersionAsync(tools.Ffmpeg, cancellationToken);
        await VersionAsync(tools.Ffprobe, cancellationToken);
        return tools with { Version = version };
    }

    /// <summary>
    /// The version in a line such as <c>ffmpeg version 5.1.9-0+deb12u1 Copyright …</c> or <c>ffmpeg version n6.0 …</c>;
    /// null for builds from between two versions, such as <c>N-109542-g3a6ff0</c>.
    /// </summary>
    internal static Version? VersionIn(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [_, "version", var word, ..])
        {
            return null;
        }

        var parts = string.Concat(word.TrimStart('n', 'v').TakeWhile(c => char.IsAsciiDigit(c) || c == '.')).Split('.');
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? new Version(
                major,
                parts.Length > 1 && int.TryParse(
                    parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor : 0)
            : null;
    }

    private static async Task<Version?> VersionAsync(string program, CancellationToken cancellationToken)
    {
        var version = VersionIn(await FirstLineAsync(program, cancellationToken));
        return version is null || version >= Oldest
            ? version
            : throw new FfmpegMissingException($"{program} is too old: it is version {version}.");
    }

    private static string Locate(string program, string path)
    {
        var file = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(candidate => Path.IsPathRooted(candidate) && File.Exists(candidate))
            ?? throw new FfmpegMissingException($"{program}, which reads the videos, is not on the PATH.");
    }

    private static async Task<string> FirstLineAsync(string program, CancellationToken cancellationToken)
    {
        try
        {
            await using var child =
                ChildProcess.Start(program, ["-version"], Patience, TimeProvider.System, cancellationToken);
            var text = await child.ReadTextAsync(64 * 1024);
            var line = text.Split('\n')[0].TrimEnd();
            return await child.ExitCodeAsync() == 0 && line.Contains(" version ", StringComparison.Ordinal)
                ? line
                : throw new FfmpegMissingException($"{program} does not tell its version: {line}{child.Errors}.");
        }
        catch (EngineFailureException e)
        {
            throw new FfmpegMissingException(e.Message);
        }
    }
}
