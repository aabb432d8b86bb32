namespace VideoAnalysis.Analyses;

/// <summary>The engine that analyses videos: Rekognition Video.</summary>
public interface IVideoAnalyzer
{
    /// <summary>Starts a job. The same token gives the same job, and costs nothing again.</summary>
    /// <returns>The engine's JobId.</returns>
    /// <exception cref="AnalyzerBusyException">There is no room now; try again later.</exception>
    /// <exception cref="AnalysisRefusedException">This video can never be analysed as it is.</exception>
    Task<string> StartAsync(StartRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a page of a job's results; the first page of an unfinished or failed job tells its state.</summary>
    /// <param name="analysis">The job's analysis.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="nextToken">The token of the page, from the page before; null for the first page.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="PageTokenExpiredException">The token is not accepted any more; start at the first page.</exception>
    /// <exception cref="JobNotFoundException">The engine does not know the job, or no longer.</exception>
    Task<AnalysisPage> GetPageAsync(
        Analysis analysis, string jobId, string? nextToken, CancellationToken cancellationToken);
}
