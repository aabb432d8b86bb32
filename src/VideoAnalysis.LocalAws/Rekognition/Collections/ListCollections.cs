using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary><c>ListCollections</c>.</summary>
internal sealed class ListCollections(FaceCollections collections, PageTokens tokens)
    : CollectionOperation<ListCollectionsRequest, ListCollectionsResponse>(
        "ListCollections", CollectionJson.Default.ListCollectionsRequest,
        CollectionJson.Default.ListCollectionsResponse)
{
    private const string Pages = "collections";

    /// <inheritdoc/>
    protected override void Check(ListCollectionsRequest request, RequestConstraints constraints) =>
        request.Check(constraints);

    /// <inheritdoc/>
    protected override async Task<ListCollectionsResponse> InvokeAsync(
        ListCollectionsRequest request, CancellationToken cancellationToken)
    {
        var position = request.NextToken is null ? 0 : await tokens.ReadAsync(Pages, request.NextToken);
        var size = CollectionPage.Size(request.MaxResults);
        var found = await collections.ListAsync(position, size + 1, cancellationToken);
        var page = found.Take(size).ToList();
        return new(
            [.. page.Select(collection => collection.Id)],
            [.. page.Select(collection => collection.Model)],
            found.Count > size ? await tokens.WriteAsync(Pages, position + size) : null);
    }
}
