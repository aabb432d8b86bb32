using System.Globalization;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Decoding;

/// <summary>
/// Shell scripts in place of ffmpeg and ffprobe, in a folder of their own. Each writes down its number in the system.
/// </summary>
internal sealed class StandIn : IDisposable
{
    private const string Advice = "sudo apt-get install -y ffmpeg";

    private readonly TemporaryFolder _folder = new();

    /// <summary>The real programs.</summary>
    public static FfmpegTools Real { get; } =
        new(CommandPath.Find("ffmpeg", "Reading videos", Advice), CommandPath.Find(
            "ffprobe", "Reading videos", Advice));

    /// <summary>The folder, as an entry of PATH.</summary>
    public string Folder => _folder.Path;

    /// <summary>Writes a program.</summary>
    /// <param name="name">Its name, as in <c>ffmpeg</c>.</param>
    /// <param name="script">
    /// What it does, in the language of the shell. Its processes write their numbers with "note $pid".
    /// </param>
    /// <returns>Its path.</returns>
    public string Write(string name, string script)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, $"#!/bin/sh\nnote() {{ echo $1 >> '{Numbers}'; }}\nnote $$\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    /// <summary>How many processes wrote their numbers down.</summary>
    public int Started => ProcessNumbers().Count;

    /// <summary>Those of them that still run.</summary>
    public IReadOnlyList<int> Running => [.. ProcessNumbers().Where(IsRunning)];

    public void Dispose() => _folder.Dispose();

    private string Numbers => Path.Combine(Folder, "numbers");

    private List<int> ProcessNumbers() => File.Exists(Numbers)
        ? [.. File.ReadLines(Numbers).Select(line => int.Parse(line, CultureInfo.InvariantCulture))]
        : [];

    // What has ended and was not asked for its exit code yet, a zombie, runs no more.
    private static bool IsRunning(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1][0] is not ('Z' or 'X');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
