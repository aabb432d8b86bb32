using System.Globalization;
using VideoAnalysis.Local.Cli.Analyzing;
using VideoAnalysis.Local.Cli.Remote.Files;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary>One run of <c>results</c>: asks, waits if it is told to, and writes what was found.</summary>
/// <param name="api">The API.</param>
/// <param name="output">Where the report goes.</param>
/// <param name="error">Where is told what goes on, and what is wrong.</param>
/// <param name="files">Where the result goes besides.</param>
/// <param name="time">The clock.</param>
internal sealed class ResultsRun(
    ApiClient api, TextWriter output, TextWriter error, ResultFiles files, TimeProvider time)
{
    private const string Faces = "faces";

    private readonly ResultsClient _results = new(api);

    /// <summary>Writes what was found in a video.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="filter">Which detections.</param>
    /// <param name="watch">Whether to wait until the analysis has ended.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(string key, DetectionFilter filter, bool watch, CancellationToken cancellationToken)
    {
        files.Try([key]);
        var answer = watch
            ? await new ResultWatch(_results, error, time).WaitAsync(key, cancellationToken)
            : await _results.FindAsync(key, DetectionFilter.None, limit: 1, null, cancellationToken);
        if (answer is null)
        {
            await error.WriteLineAsync(
                $"There is no result for \"{Printable.Line(key)}\". A video appears moments after its upload (--watch waits); spelling and case count. \"videoanalysis list\" shows what there is.");
            return ExitCodes.Failure;
        }

        if (filter.Analysis is { } name && !answer.Analyses.ContainsKey(name))
        {
            throw new UsageException($"The video has no analysis \"{name}\"; there is {string.Join(", ", answer.Analyses.Keys)}.");
        }

        if (!answer.IsFinished)
        {
            return await WriteUnfinishedAsync(answer);
        }

        await WriteReportAsync(answer, filter, cancellationToken);
        if (!answer.Succeeded)
        {
            return ExitCodes.Failure;
        }

        await files.WriteAsync(key, filter, new ResultDownload(api), cancellationToken);
        return ExitCodes.Success;
    }

    private async Task<int> WriteUnfinishedAsync(VideoAnswer answer)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(Printable.Line(answer.Key));
        foreach (var (name, analysis) in answer.Analyses)
        {
            await output.WriteLineAsync($"  {name}: {StatusText.Of(analysis)}");
        }

        if (files.IsEmpty)
        {
            return ExitCodes.Success;
        }

        await error.WriteLineAsync("Nothing was written, as the analysis has not ended; --watch waits for that.");
        return ExitCodes.Failure;
    }

    private async Task WriteReportAsync(VideoAnswer answer, DetectionFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Analysis is null or Faces)
        {
            await FaceReport.WriteAsync(output, answer, filter, _results, cancellationToken);
            return;
        }

        var analysis = answer.Analyses[filter.Analysis];
        await output.WriteLineAsync();
        await output.WriteLineAsync(Printable.Line(answer.Key));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  {filter.Analysis}: {StatusText.Of(analysis)}, {analysis.Summary?.Detections ?? 0:N0} detections"));
    }
}
