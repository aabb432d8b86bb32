using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Files;
using VideoAnalysis.Local.Cli.Reports;
using VideoAnalysis.Local.Cli.Running;

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
    private readonly ResultsClient _results = new(api);

    /// <summary>Writes what was found in a video: everything that succeeded, whatever became of the rest.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="filter">Which detections.</param>
    /// <param name="watch">Whether to wait until the analysis has ended.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(string key, DetectionFilter filter, bool watch, CancellationToken cancellationToken)
    {
        files.Try([key]);
        var found = watch
            ? await new ResultWatch(_results, error, time).WaitAsync(key, filter.Analyses, cancellationToken)
            : await _results.FindAsync(key, cancellationToken);
        if (found is null)
        {
            await error.WriteLineAsync(
                $"There is no result for \"{Printable.Line(key)}\". A video appears moments after its upload " +
                "(--watch waits); check the spelling and case. \"videoanalysis list\" shows what there is.");
            return ExitCodes.Failure;
        }

        var answer = found.Only(filter.Analyses);
        await new VideoReport(output, filter, _results).WriteAsync(answer, cancellationToken);
        if (!answer.IsFinished && !files.IsEmpty)
        {
            await error.WriteLineAsync("Nothing was written, as the analysis has not ended; --watch waits for that.");
            return ExitCodes.Failure;
        }

        await files.WriteAsync(answer, filter, api, cancellationToken);
        return answer.Analyses.Values.Any(analysis => analysis.Failed) ? ExitCodes.Failure : ExitCodes.Success;
    }
}
