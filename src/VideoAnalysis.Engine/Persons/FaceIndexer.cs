using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine.Faces;

namespace VideoAnalysis.Engine.Persons;

/// <summary>Measures the faces of JPEG and PNG files as those of videos are measured.</summary>
/// <param name="faces">Finds the faces.</param>
internal sealed class FaceIndexer(FaceFinder faces) : IFaceIndexer
{
    /// <inheritdoc/>
    public string ModelVersion => "dlib-1";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IndexableFace>> MeasureAsync(string path, CancellationToken cancellationToken)
    {
        var picture = await StillPicture.ReadAsync(path, cancellationToken);
        var found = await Task.Run(
            () => faces.Find(detector => detector.Detect(picture.ToYuv(), 0, FaceAttributes.All)), cancellationToken);
        return [.. found
            .OrderByDescending(face => face.Detection.BoundingBox.Width * face.Detection.BoundingBox.Height)
            .Select(face => new IndexableFace(face.Detection, face.Embedding))];
    }

    /// <inheritdoc/>
    public float Similarity(ReadOnlySpan<float> first, ReadOnlySpan<float> second) => FaceSimilarity.Of(first, second);
}
