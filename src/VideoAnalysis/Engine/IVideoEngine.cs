using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine;

/// <summary>What looks at the videos. Analyses run side by side.</summary>
public interface IVideoEngine
{
    /// <summary>What a video says of itself; decodes nothing.</summary>
    /// <param name="path">The file. Its name says nothing of the format.</param>
    /// <exception cref="UnusableVideoException">It cannot be analysed.</exception>
    VideoMetadata Inspect(string path);

    /// <summary>Looks at a video from its start to its end, in bounded memory.</summary>
    /// <param name="path">The file. Its name says nothing of the format.</param>
    /// <param name="attributes">What is wanted of each face.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Every moment that was looked at, those without a face included, in order.</returns>
    /// <exception cref="UnusableVideoException">While enumerating: it cannot be read (to its end).</exception>
    IAsyncEnumerable<SampledFaces> DetectAsync(
        string path, FaceAttributes attributes, CancellationToken cancellationToken);
}
