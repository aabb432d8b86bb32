using VideoAnalysis.Analyses.Persons;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>Stands in where the engine measures no faces of pictures: collections are there, and stay empty.</summary>
internal sealed class NoFaceIndexer : IFaceIndexer
{
    /// <inheritdoc/>
    public string ModelVersion => "none";

    /// <inheritdoc/>
    public Task<IReadOnlyList<IndexableFace>> MeasureAsync(string path, CancellationToken cancellationToken) =>
        throw new UnusablePictureException("the local engine has no model for faces of pictures.");

    /// <inheritdoc/>
    public float Similarity(ReadOnlySpan<float> first, ReadOnlySpan<float> second) => 0;
}
