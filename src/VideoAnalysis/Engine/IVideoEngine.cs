using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine;

/// <summary>Looks at videos on this machine. Several videos may be analysed at a time.</summary>
public interface IVideoEngine
{
    /// <summary>The names of the analyses that it can do, as in <c>faces</c>.</summary>
    IReadOnlyList<string> Analyses { get; }

    /// <summary>Reads what a video says of itself; decodes nothing.</summary>
    /// <param name="path">The file. Its name says nothing of the format.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnusableVideoException">The video cannot be analysed.</exception>
    Task<VideoMetadata> InspectAsync(string path, CancellationToken cancellationToken);

    /// <summary>Analyses a video from its start to its end, in bounded memory. It is decoded once for all requests.</summary>
    /// <param name="path">The file. Its name says nothing of the format.</param>
    /// <param name="requests">What is wanted: at least one, each of an analysis in <see cref="Analyses"/>, one an analysis.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Steps in the order of the video, those in which nothing is found included.</returns>
    /// <exception cref="UnusableVideoException">While enumerating: the video cannot be read (to its end).</exception>
    IAsyncEnumerable<EngineStep> AnalyzeAsync(
        string path, IReadOnlyList<EngineRequest> requests, CancellationToken cancellationToken);
}
