using VideoAnalysis.Engine;

namespace VideoAnalysis.Evaluate;

/// <summary>An analysis of which the answers can be compared with what is true.</summary>
internal interface IMeasuredAnalysis
{
    /// <summary>Its name, as in <see cref="IVideoEngine.Analyses"/>.</summary>
    string Name { get; }

    /// <summary>What the engine is asked for.</summary>
    EngineRequest Request { get; }

    /// <summary>Starts to count for one video.</summary>
    /// <param name="truth">Path of the video's ground truth.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidDataException">The file is no ground truth.</exception>
    Task<IScore> StartAsync(string truth, CancellationToken cancellationToken);
}
