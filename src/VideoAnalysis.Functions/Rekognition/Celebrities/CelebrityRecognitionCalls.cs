using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Celebrities;
using VideoAnalysis.Engine;
using VideoAnalysis.Functions.Rekognition.Faces;

namespace VideoAnalysis.Functions.Rekognition.Celebrities;

/// <summary><c>StartCelebrityRecognition</c> and <c>GetCelebrityRecognition</c>.</summary>
internal sealed class CelebrityRecognitionCalls(CelebrityAnalysis analysis) : RekognitionCalls
{
    public override Analysis Analysis => analysis;

    public override async Task<string> StartAsync(
        IAmazonRekognition client,
        StartRequest request,
        CompletionChannel channel,
        CancellationToken cancellationToken)
    {
        var response = await client.StartCelebrityRecognitionAsync(
            new()
            {
                Video = request.Upload.ToRekognition(),
                ClientRequestToken = request.Token.Value,
                JobTag = request.Tag.ToString(),
                NotificationChannel = channel.ToRekognition(),
            },
            cancellationToken);
        return response.JobId;
    }

    public override async Task<AnalysisPage> GetPageAsync(
        IAmazonRekognition client, string jobId, string? nextToken, CancellationToken cancellationToken)
    {
        var response = await client.GetCelebrityRecognitionAsync(
            new() { JobId = jobId, NextToken = nextToken, MaxResults = MaxResults }, cancellationToken);
        return new(
            response.JobStatus.ToJobStatus(),
            response.StatusMessage,
            response.VideoMetadata?.ToDomain(),
            [.. (response.Celebrities ?? []).Select(ToDomain)],
            response.NextToken.OrNull());
    }

    private static CelebrityDetection ToDomain(CelebrityRecognition found)
    {
        var celebrity = found.Celebrity;
        return new()
        {
            Timestamp = found.Timestamp ?? 0,
            Confidence = celebrity?.Confidence,
            Id = celebrity?.Id.OrNull(),
            Name = celebrity?.Name.OrNull(),
            Urls = celebrity?.Urls.MapOrNull(url => url),
            KnownGender = celebrity?.KnownGender?.Type?.Value,
            BoundingBox = celebrity?.BoundingBox?.ToDomain(),
            Face = celebrity?.Face?.ToDetails(),
        };
    }
}
