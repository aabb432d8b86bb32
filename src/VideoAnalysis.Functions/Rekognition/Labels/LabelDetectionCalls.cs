using Amazon.Rekognition;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Labels;
using VideoAnalysis.Engine;
using LabelDetection = VideoAnalysis.Analyses.Labels.LabelDetection;

namespace VideoAnalysis.Functions.Rekognition.Labels;

/// <summary><c>StartLabelDetection</c> and <c>GetLabelDetection</c>.</summary>
internal sealed class LabelDetectionCalls(LabelAnalysis analysis) : RekognitionCalls
{
    public override Analysis Analysis => analysis;

    public override async Task<string> StartAsync(
        IAmazonRekognition client,
        StartRequest request,
        CompletionChannel channel,
        CancellationToken cancellationToken)
    {
        var response = await client.StartLabelDetectionAsync(
            new()
            {
                Video = request.Upload.ToRekognition(),
                MinConfidence = analysis.Wanted.MinConfidence,
                Settings = new()
                {
                    GeneralLabels = new()
                    {
                        LabelInclusionFilters = Names(analysis.Wanted.Included),
                        LabelExclusionFilters = Names(analysis.Wanted.Excluded),
                        LabelCategoryInclusionFilters = Names(analysis.Wanted.IncludedCategories),
                        LabelCategoryExclusionFilters = Names(analysis.Wanted.ExcludedCategories),
                    },
                },
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
        var response = await client.GetLabelDetectionAsync(
            new() { JobId = jobId, NextToken = nextToken, MaxResults = MaxResults }, cancellationToken);
        return new(
            response.JobStatus.ToJobStatus(),
            response.StatusMessage,
            response.VideoMetadata?.ToDomain(),
            [.. (response.Labels ?? []).Select(ToDomain)],
            response.NextToken.OrNull(),
            summary => ((LabelSummary)summary) with { ModelVersion = response.LabelModelVersion.OrNull() });
    }

    private static List<string>? Names(IReadOnlyList<string> names) => names.Count == 0 ? null : [.. names];

    private static LabelDetection ToDomain(Amazon.Rekognition.Model.LabelDetection found)
    {
        var label = found.Label;
        return new()
        {
            Timestamp = found.Timestamp ?? 0,
            Confidence = label?.Confidence,
            Name = label?.Name ?? "",
            Instances = label?.Instances.MapOrNull(instance =>
                new LabelInstance(instance.BoundingBox?.ToDomain(), instance.Confidence)),
            Parents = label?.Parents.MapOrNull(parent => parent.Name),
            Aliases = label?.Aliases.MapOrNull(alias => alias.Name),
            Categories = label?.Categories.MapOrNull(category => category.Name),
        };
    }
}
