using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.S3;

namespace VideoAnalysis.Local.Tests.EndToEnd;

/// <summary><c>videoanalysis up</c> as a process of its own, which can be killed.</summary>
internal sealed partial class StackProcess : IAsyncDisposable
{
    /// <summary>
    /// How long anything is waited for. Less than a test's time limit: what is too late is then told with what the
    /// process said, not with the limit alone.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly Process _process;
    private readonly TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(Regex Line, TaskCompletionSource Seen)> _awaited = [];
    private readonly List<string> _output = [];
    private Uri? _services;
    private Uri? _api;

    private StackProcess(string dataFolder)
    {
        _process = new Process { StartInfo = Start("up", "--data", dataFolder, "--port-s3", "0", "--port-api", "0") };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    public AmazonS3Client S3 { get; private set; } = null!;

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(60) };

    public Uri Services => _services!;

    /// <summary>How the program is started, whatever it is asked to do.</summary>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "VideoAnalysis.Local.dll");
        return new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    /// <summary>Starts it, and waits until it is up.</summary>
    public static async Task<StackProcess> StartedAsync(string dataFolder)
    {
        var stack = new StackProcess(dataFolder);
        stack._process.Start();
        stack._process.BeginOutputReadLine();
        stack._process.BeginErrorReadLine();
        await stack.WaitAsync(stack._up.Task, "to be up");
        stack.Http.BaseAddress = stack._api;
        stack.S3 = new(
            new BasicAWSCredentials("local", "local"),
            new AmazonS3Config
            {
                ServiceURL = stack._services!.AbsoluteUri,
                ForcePathStyle = true,
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            });
        return stack;
    }

    /// <summary>The most resident memory it has had, in bytes.</summary>
    public long PeakMemory()
    {
        _process.Refresh();
        return _process.PeakWorkingSet64;
    }

    /// <summary>Waits for a line of its log, written or still to be written.</summary>
    public Task LoggedAsync(string pattern)
    {
        var line = new Regex(pattern);
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (_output.Exists(line.IsMatch))
            {
                return Task.CompletedTask;
            }

            _awaited.Add((line, seen));
        }

        return WaitAsync(seen.Task, $"to log \"{pattern}\"");
    }

    /// <summary>Ends it as a power cut would: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await WaitAsync(_process.WaitForExitAsync(TestContext.Current.CancellationToken), "to be dead");
    }

    /// <summary>Ends it, and none of the processes that it has started: SIGKILL.</summary>
    public Task KillAloneAsync() => SignalAsync(_process, "KILL");

    /// <summary>Ends it as Ctrl-C does: SIGINT.</summary>
    /// <returns>What it ends with.</returns>
    public async Task<int> InterruptAsync()
    {
        await InterruptAsync(_process);
        return _process.ExitCode;
    }

    /// <summary>Ends a process as Ctrl-C does, and waits for its end.</summary>
    public static Task InterruptAsync(Process process) => SignalAsync(process, "INT");

    /// <summary>Sends a process a signal that ends it, and waits for its end.</summary>
    public static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task PutAsync(string key, byte[] content) => await S3.PutObjectAsync(
        new() { BucketName = "videos", Key = key, InputStream = new MemoryStream(content) },
        TestContext.Current.CancellationToken);

    /// <summary>
    /// Waits until a video's analysis has ended, and tells of it what does not differ from run to run.
    /// </summary>
    public async Task<string> ResultAsync(string key)
    {
        var answer = "nothing";
        using var tooLate = new CancellationTokenSource(Patience, TimeProvider.System);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!tooLate.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            using var response = await Http.GetAsync(
                new Uri($"/results/-?video={Uri.EscapeDataString(key)}", UriKind.Relative),
                TestContext.Current.CancellationToken);
            answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                continue;
            }

            using var body = JsonDocument.Parse(answer);
            if (body.RootElement.GetProperty("status").GetString() is "SUCCEEDED" or "FAILED")
            {
                return string.Join('\n', ((string[])["key", "status", "metadata", "detections"])
                    .Select(name => body.RootElement.TryGetProperty(name, out var value) ? value.GetRawText() : "")
                    .Append(body.RootElement.GetProperty("analyses")
                        .GetProperty("faces").GetProperty("summary").GetRawText()));
            }
        }

        throw TooLate($"to have analysed {key}; it answered {answer}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        S3?.Dispose();
        Http.Dispose();
        _process.Dispose();
    }

    [GeneratedRegex(@"S3 and Rekognition +(http://\S+)")]
    private static partial Regex ServicesLine { get; }

    [GeneratedRegex(@"HTTP API +(http://\S+)")]
    private static partial Regex ApiLine { get; }

    private async Task WaitAsync(Task task, string what)
    {
        try
        {
            await task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            throw TooLate(what);
        }
    }

    private TimeoutException TooLate(string what) =>
        new($"It took the stack (process {_process.Id}) too long {what}. It said:\n{Output()}");

    private string Output()
    {
        lock (_output)
        {
            return string.Join('\n', _output);
        }
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            _up.TrySetException(new InvalidOperationException($"It ended: {Output()}"));
            return;
        }

        if (ServicesLine.Match(line) is { Success: true } services)
        {
            _services = new Uri(services.Groups[1].Value);
        }

        if (ApiLine.Match(line) is { Success: true } api)
        {
            _api = new Uri(api.Groups[1].Value);
            _up.TrySetResult();
        }

        lock (_output)
        {
            _output.Add(line);
            foreach (var (_, seen) in _awaited.Where(each => each.Line.IsMatch(line)))
            {
                seen.TrySetResult();
            }
        }
    }
}
