namespace VideoAnalysis.Engine;

/// <summary>
/// Analyses a video from its start to its end, in bounded memory. It is decoded once for all requests.
/// </summary>
/// <param name="requests">
/// What is wanted: at least one, each of an analysis in <see cref="IVideoEngine.Analyses"/>, one an analysis.
/// </param>
/// <param name="cancellationToken">Gives up.</param>
/// <returns>Steps in the order of the video, those in which nothing is found included.</returns>
/// <exception cref="UnusableVideoException">While enumerating: the video cannot be read (to its end).</exception>
public delegate IAsyncEnumerable<EngineStep> AnalyzeVideo(
    IReadOnlyList<EngineRequest> requests, CancellationToken cancellationToken);
