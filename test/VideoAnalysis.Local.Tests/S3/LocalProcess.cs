using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoAnalysis.Local.Tests.S3;

/// <summary>The local stack as a user runs it: a process of its own, which can be killed and measured.</summary>
internal sealed partial class LocalProcess : IDisposable
{
    private readonly Process _process;

    private LocalProcess(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };
    }

    /// <summary>A client of its S3.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts it on free ports, and waits until it listens.</summary>
    public static async Task<LocalProcess> StartAsync(string dataFolder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "VideoAnalysis.Local.dll");
        var process = Process.Start(
            new ProcessStartInfo("dotnet", [program, "up", "--port-s3", "0", "--port-api", "0", "--data", dataFolder])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (ServicesLine().Match(line) is { Success: true } match)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new LocalProcess(process, new Uri(match.Groups[1].Value));
            }
        }

        process.Dispose();
        throw new InvalidOperationException("The local stack ended before it listened.");
    }

    /// <summary>What it has in memory, in bytes: now (VmRSS), or at most so far (VmHWM).</summary>
    public long Memory(string what)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(what, StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>Ends it as SIGKILL does: without a word.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"S3 and Rekognition\s+(http://\S+)")]
    private static partial Regex ServicesLine();
}
