using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Analyses;

/// <summary>An analysis that is asked for with one kind of request.</summary>
/// <typeparam name="TRequest">That kind.</typeparam>
internal abstract class EngineAnalysis<TRequest> : IEngineAnalysis
    where TRequest : EngineRequest
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public EngineRun Begin(EngineRequest request, VideoMetadata video) => request is TRequest own
        ? Begin(own, video)
        : throw new ArgumentException($"{request.GetType().Name} is not a request for {Name}.", nameof(request));

    /// <inheritdoc cref="IEngineAnalysis.Begin"/>
    protected abstract EngineRun Begin(TRequest request, VideoMetadata video);
}
