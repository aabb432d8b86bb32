using VideoAnalysis.Analyses;

namespace VideoAnalysis.Engine;

/// <summary>
/// Reads what the engine found. Apart from <see cref="IVideoAnalyzer"/>, since who collects results needs no right
/// to start jobs.
/// </summary>
public interface IAnalysisSource
{
    /// <summary>
    /// Reads a page of a job's results; the first page of an unfinished or failed job tells its state.
    /// </summary>
    /// <param name="analysis">The job's analysis.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="nextToken">The token of the page, from the page before; null for the first page.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="PageTokenExpiredException">
    /// The token is not accepted any more; start at the first page.
    /// </exception>
    /// <exception cref="JobNotFoundException">The engine does not know the job, or no longer.</exception>
    Task<AnalysisPage> GetPageAsync(
        Analysis analysis, string jobId, string? nextToken, CancellationToken cancellationToken);
}
