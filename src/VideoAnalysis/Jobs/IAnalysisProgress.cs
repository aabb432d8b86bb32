namespace VideoAnalysis.Jobs;

/// <summary>
/// Tells how far an analysis is. An optional port: Rekognition does not say, so only an engine that knows registers
/// one.
/// </summary>
public interface IAnalysisProgress
{
    /// <summary>
    /// How much of the video a running job has worked through, 0 to 100; null when that is not known.
    /// </summary>
    /// <param name="jobId">The engine's name for the job.</param>
    int? PercentOf(string jobId);
}
