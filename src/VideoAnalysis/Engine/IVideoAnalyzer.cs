namespace VideoAnalysis.Engine;

/// <summary>Starts jobs at the engine that analyses videos: Rekognition Video.</summary>
public interface IVideoAnalyzer
{
    /// <summary>Starts a job. The same token gives the same job, and costs nothing again.</summary>
    /// <returns>The engine's JobId.</returns>
    /// <exception cref="AnalyzerBusyException">There is no room now; try again later.</exception>
    /// <exception cref="AnalysisRefusedException">This video can never be analysed as it is.</exception>
    Task<string> StartAsync(StartRequest request, CancellationToken cancellationToken);
}
