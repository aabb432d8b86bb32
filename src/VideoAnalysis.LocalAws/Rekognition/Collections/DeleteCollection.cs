using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary><c>DeleteCollection</c>: the faces go with it.</summary>
internal sealed class DeleteCollection(FaceCollections collections)
    : CollectionOperation<CollectionRequest, DeleteCollectionResponse>(
        "DeleteCollection", CollectionJson.Default.CollectionRequest, CollectionJson.Default.DeleteCollectionResponse)
{
    /// <inheritdoc/>
    protected override async Task<DeleteCollectionResponse> InvokeAsync(
        CollectionRequest request, CancellationToken cancellationToken) =>
        await collections.DeleteAsync(request.Id, cancellationToken)
            ? new(StatusCodes.Status200OK)
            : throw RekognitionException.CollectionNotFound(request.Id);
}
