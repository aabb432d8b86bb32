namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary><c>DeleteFaces</c>: what is deleted is never recognised again.</summary>
internal sealed class DeleteFaces(FaceCollections collections)
    : CollectionOperation<DeleteFacesRequest, DeleteFacesResponse>(
        "DeleteFaces", CollectionJson.Default.DeleteFacesRequest, CollectionJson.Default.DeleteFacesResponse)
{
    /// <inheritdoc/>
    protected override async Task<DeleteFacesResponse> InvokeAsync(
        DeleteFacesRequest request, CancellationToken cancellationToken)
    {
        await collections.DescribeAsync(request.Id, cancellationToken);
        var wanted = request.FaceIds!.Distinct(StringComparer.Ordinal).ToList();
        var removed = await collections.RemoveAsync(request.Id, wanted, cancellationToken);
        return new(removed, [.. wanted.Except(removed)
            .Select(id => new UnsuccessfulFaceDeletion(id, ["FACE_NOT_FOUND"]))]);
    }
}
