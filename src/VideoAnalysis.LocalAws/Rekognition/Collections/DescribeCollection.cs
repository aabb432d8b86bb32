namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary><c>DescribeCollection</c>.</summary>
internal sealed class DescribeCollection(FaceCollections collections)
    : CollectionOperation<CollectionRequest, DescribeCollectionResponse>(
        "DescribeCollection", CollectionJson.Default.CollectionRequest,
        CollectionJson.Default.DescribeCollectionResponse)
{
    /// <inheritdoc/>
    protected override async Task<DescribeCollectionResponse> InvokeAsync(
        CollectionRequest request, CancellationToken cancellationToken)
    {
        var (model, created, faces) = await collections.DescribeAsync(request.Id, cancellationToken);
        return new(
            faces, model, CreateCollection.ArnOf(request.Id), created.ToUnixTimeMilliseconds() / 1000.0, UserCount: 0);
    }
}
