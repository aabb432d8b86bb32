using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Engine;
using BoundingBox = VideoAnalysis.Videos.BoundingBox;
using Point = VideoAnalysis.Analyses.Text.Point;
using TextDetection = VideoAnalysis.Analyses.Text.TextDetection;

namespace VideoAnalysis.Functions.Rekognition.Text;

/// <summary><c>StartTextDetection</c> and <c>GetTextDetection</c>.</summary>
internal sealed class TextDetectionCalls(TextAnalysis analysis) : RekognitionCalls
{
    public override Analysis Analysis => analysis;

    public override async Task<string> StartAsync(
        IAmazonRekognition client,
        StartRequest request,
        CompletionChannel channel,
        CancellationToken cancellationToken)
    {
        var response = await client.StartTextDetectionAsync(
            new()
            {
                Video = request.Upload.ToRekognition(),
                Filters = new()
                {
                    WordFilter = new()
                    {
                        MinConfidence = analysis.Wanted.MinConfidence,
                        MinBoundingBoxHeight = analysis.Wanted.MinHeight,
                        MinBoundingBoxWidth = analysis.Wanted.MinWidth,
                    },
                    RegionsOfInterest = Regions(analysis.Wanted.Regions),
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
        var response = await client.GetTextDetectionAsync(
            new() { JobId = jobId, NextToken = nextToken, MaxResults = MaxResults }, cancellationToken);
        return new(
            response.JobStatus.ToJobStatus(),
            response.StatusMessage,
            response.VideoMetadata?.ToDomain(),
            [.. (response.TextDetections ?? []).Select(ToDomain)],
            response.NextToken.OrNull(),
            summary => ((TextSummary)summary) with { ModelVersion = response.TextModelVersion.OrNull() });
    }

    private static List<RegionOfInterest>? Regions(IReadOnlyList<BoundingBox> boxes) => boxes.Count == 0 ? null :
    [
        .. boxes.Select(box => new RegionOfInterest
        {
            BoundingBox = new() { Left = box.Left, Top = box.Top, Width = box.Width, Height = box.Height },
        }),
    ];

    private static TextDetection ToDomain(TextDetectionResult found)
    {
        var text = found.TextDetection;
        return new()
        {
            Timestamp = found.Timestamp ?? 0,
            Confidence = text?.Confidence,
            Text = text?.DetectedText ?? "",
            Type = text?.Type?.Value ?? "",
            Id = text?.Id,
            ParentId = text?.ParentId,
            BoundingBox = text?.Geometry?.BoundingBox?.ToDomain(),
            Polygon = text?.Geometry?.Polygon.MapOrNull(point => new Point(point.X ?? 0, point.Y ?? 0)),
        };
    }
}
