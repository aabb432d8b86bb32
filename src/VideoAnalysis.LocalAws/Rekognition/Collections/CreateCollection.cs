using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary><c>CreateCollection</c>.</summary>
internal sealed class CreateCollection(FaceCollections collections, IFaceIndexer indexer)
    : CollectionOperation<CreateCollectionRequest, CreateCollectionResponse>(
        "CreateCollection", CollectionJson.Default.CreateCollectionRequest,
        CollectionJson.Default.CreateCollectionResponse)
{
    /// <inheritdoc/>
    protected override async Task<CreateCollectionResponse> InvokeAsync(
        CreateCollectionRequest request, CancellationToken cancellationToken)
    {
        if (request.Tags is { Count: > 0 })
        {
            throw RekognitionException.InvalidParameter("Tags of collections are not available here: leave them out.");
        }

        return await collections.CreateAsync(request.Id, indexer.ModelVersion, cancellationToken)
            ? new(StatusCodes.Status200OK, ArnOf(request.Id), indexer.ModelVersion)
            : throw new RekognitionException(
                "ResourceAlreadyExistsException", $"The collection id: {request.Id} already exists");
    }

    /// <summary>A collection's ARN.</summary>
    internal static string ArnOf(string id) => LocalNames.Arn("rekognition", $"collection/{id}");
}
