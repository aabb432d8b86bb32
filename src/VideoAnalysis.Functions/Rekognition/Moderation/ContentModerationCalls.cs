using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Moderation;
using VideoAnalysis.Engine;
using ContentType = VideoAnalysis.Analyses.Moderation.ContentType;

namespace VideoAnalysis.Functions.Rekognition.Moderation;

/// <summary><c>StartContentModeration</c> and <c>GetContentModeration</c>.</summary>
internal sealed class ContentModerationCalls(ModerationAnalysis analysis) : RekognitionCalls
{
    public override Analysis Analysis => analysis;

    public override async Task<string> StartAsync(
        IAmazonRekognition client,
        StartRequest request,
        CompletionChannel channel,
        CancellationToken cancellationToken)
    {
        var response = await client.StartContentModerationAsync(
            new()
            {
                Video = request.Upload.ToRekognition(),
                MinConfidence = analysis.Wanted.MinConfidence,
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
        var response = await client.GetContentModerationAsync(
            new() { JobId = jobId, NextToken = nextToken, MaxResults = MaxResults }, cancellationToken);
        return new(
            response.JobStatus.ToJobStatus(),
            response.StatusMessage,
            response.VideoMetadata?.ToDomain(),
            [.. (response.ModerationLabels ?? []).Select(ToDomain)],
            response.NextToken.OrNull(),
            summary => ((ModerationSummary)summary) with { ModelVersion = response.ModerationModelVersion.OrNull() });
    }

    private static ModerationDetection ToDomain(ContentModerationDetection found)
    {
        var label = found.ModerationLabel;
        return new()
        {
            Timestamp = found.Timestamp ?? 0,
            Confidence = label?.Confidence,
            Name = label?.Name ?? "",
            ParentName = label?.ParentName.OrNull(),
            TaxonomyLevel = label?.TaxonomyLevel,
            ContentTypes = found.ContentTypes.MapOrNull(type => new ContentType(type.Name, type.Confidence)),
        };
    }
}
