using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Segments;
using VideoAnalysis.Engine;
using VideoAnalysis.Videos;
using SegmentDetection = VideoAnalysis.Analyses.Segments.SegmentDetection;

namespace VideoAnalysis.Functions.Rekognition.Segments;

/// <summary><c>StartSegmentDetection</c> and <c>GetSegmentDetection</c>.</summary>
internal sealed class SegmentDetectionCalls(SegmentAnalysis analysis) : RekognitionCalls
{
    public override Analysis Analysis => analysis;

    public override async Task<string> StartAsync(
        IAmazonRekognition client,
        StartRequest request,
        CompletionChannel channel,
        CancellationToken cancellationToken)
    {
        var response = await client.StartSegmentDetectionAsync(
            new()
            {
                Video = request.Upload.ToRekognition(),
                SegmentTypes = Types(analysis.Wanted),
                Filters = Filters(analysis.Wanted),
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
        var response = await client.GetSegmentDetectionAsync(
            new() { JobId = jobId, NextToken = nextToken, MaxResults = MaxResults }, cancellationToken);
        return new(
            response.JobStatus.ToJobStatus(),
            response.StatusMessage,
            response.VideoMetadata is [var video, ..] ? video.ToDomain() : null,
            [.. (response.Segments ?? []).Select(ToDomain)],
            response.NextToken.OrNull(),
            summary => Describe((SegmentSummary)summary, response));
    }

    private static List<string> Types(SegmentOptions wanted) =>
    [
        .. wanted.Shots ? [SegmentTypes.Shot] : (string[])[],
        .. wanted.TechnicalCues ? [SegmentTypes.TechnicalCue] : (string[])[],
    ];

    private static StartSegmentDetectionFilters Filters(SegmentOptions wanted) => new()
    {
        ShotFilter = wanted.Shots ? new() { MinSegmentConfidence = wanted.MinShotConfidence } : null,
        TechnicalCueFilter = !wanted.TechnicalCues ? null : new()
        {
            MinSegmentConfidence = wanted.MinCueConfidence,
            BlackFrame = new()
            {
                MaxPixelThreshold = wanted.MaxPixelThreshold,
                MinCoveragePercentage = wanted.MinCoveragePercentage,
            },
        },
    };

    private static SegmentSummary Describe(SegmentSummary summary, GetSegmentDetectionResponse response) => summary with
    {
        Models = response.SelectedSegmentTypes.MapOrNull(type =>
            new SegmentModel(type.Type?.Value ?? "", type.ModelVersion.OrNull())) ?? [],
        Audio = response.AudioMetadata.MapOrNull(audio =>
            new AudioTrack(audio.Codec, audio.DurationMillis, audio.SampleRate, audio.NumberOfChannels)) ?? [],
    };

    private static SegmentDetection ToDomain(Amazon.Rekognition.Model.SegmentDetection found)
    {
        var start = found.StartTimestampMillis ?? 0;
        return new()
        {
            Timestamp = start,
            EndTimestamp = Math.Max(start, found.EndTimestampMillis ?? start + (found.DurationMillis ?? 0)),
            Confidence = found.ShotSegment?.Confidence ?? found.TechnicalCueSegment?.Confidence,
            Type = found.Type?.Value ?? "",
            TechnicalCue = found.TechnicalCueSegment?.Type?.Value,
            ShotIndex = found.ShotSegment?.Index,
            StartFrameNumber = found.StartFrameNumber,
            EndFrameNumber = found.EndFrameNumber,
            DurationFrames = found.DurationFrames,
            DurationMillis = found.DurationMillis,
            StartTimecode = found.StartTimecodeSMPTE,
            EndTimecode = found.EndTimecodeSMPTE,
            DurationTimecode = found.DurationSMPTE,
        };
    }
}
