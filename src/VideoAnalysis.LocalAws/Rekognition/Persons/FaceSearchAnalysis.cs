using System.Text.Json;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Rekognition.Collections;
using VideoAnalysis.LocalAws.Rekognition.Faces;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Persons;

/// <summary>
/// <c>StartFaceSearch</c> and <c>GetFaceSearch</c>. The faces that are looked for are those that the collection has
/// when the work begins.
/// </summary>
internal sealed class FaceSearchAnalysis(FaceCollections collections, IFaceIndexer indexer)
    : TypedAnalysis<StartFaceSearchRequest, GetFaceSearchRequest>(
        PersonJson.Default.StartFaceSearchRequest, PersonJson.Default.GetFaceSearchRequest)
{
    /// <summary>The default (API reference, <c>StartFaceSearch</c>).</summary>
    private const float DefaultThreshold = 80;

    // The values of SortBy (API reference, GetFaceSearch).
    private const string ByTimestamp = "TIMESTAMP";
    private const string ByIndex = "INDEX";

    /// <inheritdoc/>
    public override string Name => "persons";

    /// <inheritdoc/>
    public override string StartOperation => "StartFaceSearch";

    /// <inheritdoc/>
    public override string GetOperation => "GetFaceSearch";

    /// <inheritdoc/>
    public override string ResultList => "Persons";

    /// <inheritdoc/>
    protected override void Check(StartFaceSearchRequest request, RequestConstraints constraints)
    {
        CollectionRequest.CheckId(constraints, request.CollectionId);
        constraints.Between(request.FaceMatchThreshold, "faceMatchThreshold", 0, 100);
    }

    /// <inheritdoc/>
    protected override void Check(GetFaceSearchRequest request, RequestConstraints constraints) =>
        constraints.OneOf(request.SortBy, "sortBy", ByIndex, ByTimestamp);

    /// <inheritdoc/>
    protected override Task CheckAsync(StartFaceSearchRequest request, CancellationToken cancellationToken) =>
        collections.DescribeAsync(request.CollectionId!, cancellationToken);

    /// <inheritdoc/>
    protected override StartFaceSearchRequest Spell(StartFaceSearchRequest request) =>
        request with { FaceMatchThreshold = request.FaceMatchThreshold ?? DefaultThreshold };

    /// <inheritdoc/>
    protected override EngineRequest RequestOf(StartFaceSearchRequest start) => new PersonRequest();

    /// <inheritdoc/>
    protected override async Task<WriteFinding> BeginAsync(
        StartFaceSearchRequest start, CancellationToken cancellationToken)
    {
        var faces = await collections.FacesAsync(start.CollectionId!, 0, -1, cancellationToken);
        var known = faces.ConvertAll(face => face.Face);
        var numbers = new PersonNumbers(indexer);
        return finding => Write(
            (FaceDetection)finding.Detection,
            finding.Embedding,
            numbers,
            known,
            start.FaceMatchThreshold ?? DefaultThreshold);
    }

    /// <inheritdoc/>
    protected override ResultView ViewOf(GetFaceSearchRequest get) => get.SortBy == ByIndex
        ? ResultView.Sorted("by index", ("$.Person.Index", false))
        : ResultView.AsFound;

    private string Write(
        FaceDetection face,
        ReadOnlyMemory<float> embedding,
        PersonNumbers numbers,
        IReadOnlyList<KnownFace> known,
        float threshold)
    {
        var matches = known
            .Select(other => new FaceMatch(indexer.Similarity(other.Embedding, embedding.Span), other.Face))
            .Where(match => match.Similarity >= threshold)
            .OrderByDescending(match => match.Similarity);
        var person = new PersonItem(
            face.Timestamp,
            new(
                numbers.NumberOf(face.Timestamp, face.BoundingBox, embedding),
                FaceDetectionItem.Of(face, allAttributes: false).Face),
            [.. matches]);
        return JsonSerializer.Serialize(person, PersonJson.Default.PersonItem);
    }
}
