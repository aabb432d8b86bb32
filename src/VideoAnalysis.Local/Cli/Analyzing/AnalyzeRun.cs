using System.Collections.Concurrent;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Files;
using VideoAnalysis.Local.Cli.Reports;
using VideoAnalysis.Local.Cli.Reports.Html;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Local.Hosting;
using VideoAnalysis.LocalAws.Rekognition.Jobs;

namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>One run of <c>analyze</c>: starts the stack, uploads, waits, and writes what was found.</summary>
/// <param name="options">How the stack runs.</param>
/// <param name="progress">Shows how far it is.</param>
/// <param name="output">Where the report goes.</param>
/// <param name="error">Where is told what is wrong.</param>
/// <param name="exports">Where results go besides.</param>
/// <param name="time">The clock.</param>
/// <param name="configure">Replaces parts of the stack; for tests.</param>
internal sealed class AnalyzeRun(
    LocalStackOptions options,
    IProgressView progress,
    TextWriter output,
    TextWriter error,
    ResultFiles exports,
    TimeProvider time,
    Action<IServiceCollection>? configure = null)
{
    /// <summary>How often it is looked whether a result is there.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Of how many videos it is looked then; one after the other has its turn.</summary>
    private const int AskedAtOnce = 10;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _uploaded = new(StringComparer.Ordinal);

    /// <summary>Where a report of all videos goes, as HTML; null for nowhere.</summary>
    public string? Report { get; init; }

    /// <summary>Analyses the files, and writes a summary of each as they are named, and its result to files.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<VideoToUpload> files, CancellationToken cancellationToken)
    {
        exports.Try(files.Select(file => file.Key));
        if (Report is not null)
        {
            WholeFile.Try(Report);
        }

        await using var stack = await LocalStack.StartAsync(options, configure, cancellationToken);
        exports.Take(stack.Analyses);
        using var api = new ApiClient(stack.Api, new OpenAccess(), time);
        var results = new ResultsClient(api);
        stack.Progress.Changed += Show;
        IReadOnlyDictionary<string, VideoAnswer> answers = new Dictionary<string, VideoAnswer>();
        await progress.ShowAsync(
            [.. files.Select(file => file.Key)],
            async () => answers = await AnalyzeAsync(files, stack, results, cancellationToken));
        stack.Progress.Changed -= Show;
        var report = new VideoReport(output, DetectionFilter.None, results);
        var isAllWell = true;
        foreach (var file in files)
        {
            var answer = answers[file.Key];
            await report.WriteAsync(answer, cancellationToken);
            isAllWell &= await ExportAsync(answer, api, cancellationToken) && answer.Succeeded;
        }

        if (Report is not null)
        {
            WholeFile.MakeFolder(Report);
            await WholeFile.WriteAsync(Report, stream => new HtmlReport(results).WriteAsync(
                [.. files.Select(file => (file.Path, answers[file.Key]))], stream, cancellationToken));
        }

        return isAllWell ? ExitCodes.Success : ExitCodes.Failure;
    }

    /// <summary>
    /// Writes a result to files. What one video's cannot be written to is no reason to withhold the others'.
    /// </summary>
    private async Task<bool> ExportAsync(VideoAnswer answer, ApiClient api, CancellationToken cancellationToken)
    {
        try
        {
            await exports.WriteAsync(answer, DetectionFilter.None, api, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"  Its result could not be written: {e.Message}");
            return false;
        }
    }

    // A job of another video is one that a kept data folder had left to do.
    private void Show(JobProgress step)
    {
        var key = step.Job.Source.Name!;
        if (step.Status == VideoJobStatus.InProgress && _uploaded.ContainsKey(key))
        {
            progress.Analyzed(key, step.Percent);
        }
    }

    private async Task<IReadOnlyDictionary<string, VideoAnswer>> AnalyzeAsync(
        IReadOnlyList<VideoToUpload> files, LocalStack stack, ResultsClient results,
        CancellationToken cancellationToken)
    {
        // Ends the waiting when an upload fails, and the uploads when the waiting does.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var uploading = UploadAsync(files, stack, stop);
        try
        {
            return await WaitAsync(files, results, stop.Token);
        }
        catch (OperationCanceledException) when (uploading.IsFaulted)
        {
            await uploading;
            throw;
        }
        finally
        {
            await stop.CancelAsync();
            await uploading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task UploadAsync(IReadOnlyList<VideoToUpload> files, LocalStack stack, CancellationTokenSource stop)
    {
        using var uploader = new VideoUploader(stack.Services);
        try
        {
            foreach (var file in files)
            {
                // Known before the upload ends, which is when the analysis may begin.
                _uploaded[file.Key] = time.GetUtcNow();
                await uploader.UploadAsync(file, percent => progress.Uploaded(file.Key, percent), stop.Token);
            }
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task<IReadOnlyDictionary<string, VideoAnswer>> WaitAsync(
        IReadOnlyList<VideoToUpload> files, ResultsClient results, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, VideoAnswer>(StringComparer.Ordinal);
        var waiting = new Queue<string>(files.Select(file => file.Key));
        using var timer = new PeriodicTimer(PollInterval, time);
        while (waiting.Count > 0)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            for (var turns = Math.Min(waiting.Count, AskedAtOnce); turns > 0; turns--)
            {
                var key = waiting.Dequeue();
                if (await FindAsync(key, results, cancellationToken) is { } answer)
                {
                    answers[key] = answer;
                    progress.Ended(key, answer.Succeeded);
                }
                else
                {
                    waiting.Enqueue(key);
                }
            }
        }

        return answers;
    }

    private async Task<VideoAnswer?> FindAsync(
        string key, ResultsClient results, CancellationToken cancellationToken) =>
        _uploaded.TryGetValue(key, out var since)
        && await results.FindAsync(key, cancellationToken) is { IsFinished: true } answer

        // A kept data folder may hold the result of an earlier upload, which is not what is waited for.
        && answer.UploadedAt.ToUnixTimeMilliseconds() >= since.ToUnixTimeMilliseconds() ? answer : null;
}
