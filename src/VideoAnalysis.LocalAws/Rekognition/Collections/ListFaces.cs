using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary><c>ListFaces</c>, in the order in which they were added.</summary>
internal sealed class ListFaces(FaceCollections collections, PageTokens tokens)
    : CollectionOperation<ListFacesRequest, ListFacesResponse>(
        "ListFaces", CollectionJson.Default.ListFacesRequest, CollectionJson.Default.ListFacesResponse)
{
    /// <inheritdoc/>
    protected override async Task<ListFacesResponse> InvokeAsync(
        ListFacesRequest request, CancellationToken cancellationToken)
    {
        if (request.UserId is not null)
        {
            throw RekognitionException.InvalidParameter("Users are not available here: leave UserId out.");
        }

        var (model, _, _) = await collections.DescribeAsync(request.Id, cancellationToken);
        if (request.FaceIds is { } wanted)
        {
            var all = await collections.FacesAsync(request.Id, 0, -1, cancellationToken);
            return new([.. all.Select(face => face.Face.Face)
                .Where(face => wanted.Contains(face.FaceId))], model, null);
        }

        var pages = $"faces of {request.Id}";
        var after = request.NextToken is null ? 0 : await tokens.ReadAsync(pages, request.NextToken);
        var size = CollectionPage.Size(request.MaxResults);
        var found = await collections.FacesAsync(request.Id, after, size + 1, cancellationToken);
        var page = found.Take(size).ToList();
        return new(
            [.. page.Select(face => face.Face.Face)],
            model,
            found.Count > size ? await tokens.WriteAsync(pages, page[^1].Number) : null);
    }
}
