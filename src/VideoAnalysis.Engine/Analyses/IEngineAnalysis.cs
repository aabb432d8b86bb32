using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Analyses;

/// <summary>
/// An analysis that the engine can do. Each has a folder of its own, and is registered in <see cref="EngineServices"/>.
/// </summary>
internal interface IEngineAnalysis
{
    /// <summary>Its name, as in <c>faces</c>.</summary>
    string Name { get; }

    /// <summary>Begins with a video.</summary>
    /// <param name="request">What is wanted; the kind of request that belongs to this analysis.</param>
    /// <param name="video">What the video says of itself.</param>
    /// <exception cref="ArgumentException">The request belongs to another analysis.</exception>
    EngineRun Begin(EngineRequest request, VideoMetadata video);
}
