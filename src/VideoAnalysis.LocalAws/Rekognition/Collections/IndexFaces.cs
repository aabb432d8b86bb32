using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.LocalAws.Rekognition.Faces;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>
/// <c>IndexFaces</c>: measures the faces of a picture, and keeps what they are recognised by, not the picture.
/// </summary>
internal sealed class IndexFaces(FaceCollections collections, IFaceIndexer indexer, IJobObjects objects)
    : CollectionOperation<IndexFacesRequest, IndexFacesResponse>(
        "IndexFaces", CollectionJson.Default.IndexFacesRequest, CollectionJson.Default.IndexFacesResponse),
        IRekognitionOperation
{
    /// <summary>
    /// The most faces that are indexed of a picture (Developer Guide, "Adding faces to a collection").
    /// </summary>
    private const int MostFaces = 100;

    /// <summary>A picture of 5 MB in base64, and what is around it.</summary>
    public long MaxRequestBytes => 8 * 1024 * 1024;

    /// <inheritdoc/>
    protected override async Task<IndexFacesResponse> InvokeAsync(
        IndexFacesRequest request, CancellationToken cancellationToken)
    {
        if (request.QualityFilter is "LOW" or "MEDIUM" or "HIGH")
        {
            throw RekognitionException.InvalidParameter(
                $"QualityFilter {request.QualityFilter} is not available here: use AUTO or NONE.");
        }

        await collections.DescribeAsync(request.Id, cancellationToken);
        using var picture = await PictureFile.OpenAsync(request.Image!, objects, cancellationToken);
        var image = Guid.NewGuid().ToString();
        var records = new List<(PlacedFace Face, FaceDetection Detection)>();
        var unindexed = new List<UnindexedFace>();
        var all = request.DetectionAttributes?.Contains("ALL", StringComparer.Ordinal) ?? false;
        foreach (var (place, (face, embedding)) in (await MeasureAsync(picture, cancellationToken)).Index())
        {
            var reasons = request.QualityFilter == "NONE" ? [] : FaceQuality.ReasonsAgainst(face);
            if (reasons.Count == 0 && records.Count >= Math.Min(request.MaxFaces ?? MostFaces, MostFaces))
            {
                reasons = ["EXCEEDS_MAX_FACES"];
            }

            if (reasons.Count > 0)
            {
                unindexed.Add(new(reasons, FaceDetectionItem.Of(face, all).Face));
                continue;
            }

            var known = new KnownFace(Describe(face, image, request.ExternalImageId), embedding.ToArray());
            records.Add((new(place, known), face));
        }

        var stored = await collections.AddAsync(
            request.Id, picture.Digest, [.. records.Select(record => record.Face)], cancellationToken);
        return new(
            [.. stored.Zip(records, (face, record) =>
                new FaceRecord(face, FaceDetectionItem.Of(record.Detection, all).Face))],
            unindexed,
            indexer.ModelVersion);
    }

    private CollectionFace Describe(FaceDetection face, string image, string? externalId) => new(
        Guid.NewGuid().ToString(), face.BoundingBox, image, externalId, face.Confidence, indexer.ModelVersion);

    private async Task<IReadOnlyList<IndexableFace>> MeasureAsync(
        PictureFile picture, CancellationToken cancellationToken)
    {
        try
        {
            return await indexer.MeasureAsync(picture.Path, cancellationToken);
        }
        catch (UnusablePictureException e)
        {
            throw new RekognitionException(
                "InvalidImageFormatException", $"Request has invalid image format: {e.Message}");
        }
    }
}
