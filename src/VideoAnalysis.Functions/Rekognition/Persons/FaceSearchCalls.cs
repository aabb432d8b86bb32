using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine;
using VideoAnalysis.Functions.Rekognition.Faces;
using PersonMatch = VideoAnalysis.Analyses.Persons.PersonMatch;

namespace VideoAnalysis.Functions.Rekognition.Persons;

/// <summary><c>StartFaceSearch</c> and <c>GetFaceSearch</c>.</summary>
internal sealed class FaceSearchCalls(PersonAnalysis analysis) : RekognitionCalls
{
    public override Analysis Analysis => analysis;

    public override bool HasSettings => analysis.Wanted.CollectionId is not null;

    /// <exception cref="AnalysisRefusedException">There is no collection to search.</exception>
    public override async Task<string> StartAsync(
        IAmazonRekognition client,
        StartRequest request,
        CompletionChannel channel,
        CancellationToken cancellationToken)
    {
        var collection = analysis.Wanted.CollectionId ?? throw new AnalysisRefusedException(
            "No collection of faces is named. Set the parameter CollectionId (on one machine the option " +
            "--collection), then start the analysis again.");
        try
        {
            var response = await client.StartFaceSearchAsync(
                new()
                {
                    Video = request.Upload.ToRekognition(),
                    CollectionId = collection,
                    FaceMatchThreshold = analysis.Wanted.MinSimilarity,
                    ClientRequestToken = await TokenAsync(client, request, collection, cancellationToken),
                    JobTag = request.Tag.ToString(),
                    NotificationChannel = channel.ToRekognition(),
                },
                cancellationToken);
            return response.JobId;
        }
        catch (ResourceNotFoundException exception)
        {
            throw new AnalysisRefusedException(
                StartErrors.Explain(
                    exception,
                    $"Create the collection \"{collection}\" in the region of the stack, or name another one with " +
                    "the parameter CollectionId. Then start the analysis again."),
                exception);
        }
    }

    public override async Task<AnalysisPage> GetPageAsync(
        IAmazonRekognition client, string jobId, string? nextToken, CancellationToken cancellationToken)
    {
        var response = await client.GetFaceSearchAsync(
            new() { JobId = jobId, NextToken = nextToken, MaxResults = MaxResults }, cancellationToken);
        return new(
            response.JobStatus.ToJobStatus(),
            response.StatusMessage,
            response.VideoMetadata?.ToDomain(),
            [.. (response.Persons ?? []).Select(ToDomain)],
            response.NextToken.OrNull());
    }

    /// <summary>
    /// The request's token and the state of the collection. Rekognition answers a token that it knows with the old job,
    /// and does not look at the collection: after somebody was added or removed, that would be the old answer.
    /// </summary>
    private static async Task<string> TokenAsync(
        IAmazonRekognition client, StartRequest request, string collection, CancellationToken cancellationToken)
    {
        var state = await client.DescribeCollectionAsync(new() { CollectionId = collection }, cancellationToken);
        var identity = string.Create(
            CultureInfo.InvariantCulture, $"{request.Token.Value} {state.CreationTimestamp:O} {state.FaceCount}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
    }

    private static PersonDetection ToDomain(Amazon.Rekognition.Model.PersonMatch found)
    {
        var matches = found.FaceMatches.MapOrNull(ToDomain)?.OrderByDescending(match => match.Similarity).ToList();
        return new()
        {
            Timestamp = found.Timestamp ?? 0,
            Confidence = matches?[0].Similarity,
            Index = found.Person?.Index ?? 0,
            Matches = matches,
            BoundingBox = found.Person?.BoundingBox?.ToDomain(),
            Face = found.Person?.Face?.ToDetails(),
        };
    }

    private static PersonMatch ToDomain(FaceMatch match) => new(
        match.Similarity,
        match.Face?.FaceId,
        match.Face?.ExternalImageId,
        match.Face?.UserId,
        match.Face?.ImageId,
        match.Face?.BoundingBox?.ToDomain(),
        match.Face?.Confidence,
        match.Face?.IndexFacesModelVersion,
        match.Face?.ExternalImageId is { Length: > 0 } id ? PersonName.Of(id) : null);
}
