using System.Diagnostics;
using System.Text.RegularExpressions;
using VideoAnalysis.Local.Tests.EndToEnd;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Cli;

/// <summary>
/// The commands of the README and of docs, run as they are written, one after the other, against a local stack.
/// </summary>
[Slow]
public sealed partial class DocumentedCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private StackHarness _stack = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [GeneratedRegex(@"^\s*(\./)?videoanalysis .*$")]
    private static partial Regex Command { get; }

    /// <summary>What a shell's own syntax is around: the shell may not be here.</summary>
    [GeneratedRegex(@"videoanalysis completion \w+")]
    private static partial Regex Completion { get; }

    /// <summary>It runs until it is ended, on ports that others may use: other tests start it.</summary>
    [GeneratedRegex(@"videoanalysis up\b")]
    private static partial Regex Endless { get; }

    public async ValueTask InitializeAsync()
    {
        _stack = await StackHarness.StartedAsync(realEngine: true);
        var samples = Directory.CreateDirectory(Path.Combine(_folder.Path, "samples")).FullName;
        File.Copy(SampleVideos.FiveSeconds, Path.Combine(samples, "astronaut.mp4"));
        File.Copy(SampleVideos.FiveSeconds, Path.Combine(_folder.Path, "film.mp4"));
        File.Copy(
            Path.Combine(RepositoryFolder.Path, "tools/Evaluate/Footage/pictures/astronaut.jpg"),
            Path.Combine(_folder.Path, "ada.jpg"));
        var program = Path.Combine(_folder.Path, "videoanalysis");
        await File.WriteAllTextAsync(
            program,
            $"#!/bin/sh\nexec dotnet \"{Path.Combine(AppContext.BaseDirectory, "VideoAnalysis.Local.dll")}\" \"$@\"\n",
            Token);
        await RunAsync("chmod +x videoanalysis");
    }

    public async ValueTask DisposeAsync()
    {
        await _stack.DisposeAsync();
        _folder.Dispose();
    }

    [Fact(Timeout = 600_000)]
    public async Task They_do_what_they_say()
    {
        var pages = Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "docs"), "*.md")
            .Order(StringComparer.Ordinal)
            .Prepend(Path.Combine(RepositoryFolder.Path, "README.md"));
        var commands = pages.SelectMany(CommandsOf).Distinct().ToList();
        foreach (var command in commands)
        {
            if (!(await _stack.GetAsync("film.mp4")).Body.TryGetProperty("key", out _))
            {
                await _stack.PutAsync("film.mp4", await File.ReadAllBytesAsync(SampleVideos.FiveSeconds, Token));
                await _stack.ResultAsync("film.mp4");
            }

            if (command.Contains("persons:", StringComparison.Ordinal))
            {
                await RunAsync("./videoanalysis persons add \"Ada Lovelace\" ada.jpg");
                await RunAsync("./videoanalysis start film.mp4 --analyses persons --again");
                await _stack.ResultAsync("film.mp4");
            }

            await RunAsync(command);
        }

        Assert.InRange(commands.Count, 20, 100);
    }

    private static IEnumerable<string> CommandsOf(string page)
    {
        var isCode = false;
        foreach (var line in File.ReadLines(page))
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (isCode && Completion.Match(line) is { Success: true } completion)
            {
                yield return completion.Value;
            }
            else if (isCode && Command.IsMatch(line) && !Endless.IsMatch(line))
            {
                yield return line;
            }
        }
    }

    private async Task RunAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", command])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}",
                ["VIDEOANALYSIS_ENDPOINT"] = _stack.Http.BaseAddress!.AbsoluteUri,
            },
        })!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(Token), shell.StandardError.ReadToEndAsync(Token));
        await shell.WaitForExitAsync(Token);
        Assert.True(shell.ExitCode == 0, $"{command}\nended with {shell.ExitCode}:\n{await output}\n{await error}");
    }
}
