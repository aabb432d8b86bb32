using System.Net.Http.Headers;
using System.Text.Json;
using Amazon.Rekognition.Model;
using VideoAnalysis.Analyses.Segments;

namespace VideoAnalysis.LocalAws.Tests.Rekognition.Segments;

public sealed class SegmentDetectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The numbers are those of the example in Rekognition's developer guide.
    [Fact(Timeout = 30_000)]
    public async Task The_client_reads_segments_with_all_that_is_known_of_them()
    {
        await using var rekognition = await SeenSegments.StartedAsync();
        var jobId = await RunAsync(rekognition, """["SHOT","TECHNICAL_CUE"]""");

        var response =
            await rekognition.Client.GetSegmentDetectionAsync(new GetSegmentDetectionRequest { JobId = jobId }, Token);

        var (cue, first, second) = (response.Segments[0], response.Segments[1], response.Segments[2]);
        Assert.Equal(
            ("TECHNICAL_CUE", "BlackFrames", 90.5f),
            (cue.Type.Value, cue.TechnicalCueSegment.Type.Value, cue.TechnicalCueSegment.Confidence));
        Assert.Equal((0, 9976, 9976), (cue.StartTimestampMillis, cue.EndTimestampMillis, cue.DurationMillis));
        Assert.Null(cue.ShotSegment);
        Assert.Equal(("SHOT", 0L, 99f), (first.Type.Value, first.ShotSegment.Index, first.ShotSegment.Confidence));
        Assert.Null(first.TechnicalCueSegment);
        Assert.Equal(
            (10_010, 14_981, 4971), (second.StartTimestampMillis, second.EndTimestampMillis, second.DurationMillis));
        Assert.Equal((300, 449, 149), (second.StartFrameNumber, second.EndFrameNumber, second.DurationFrames));
        Assert.Equal(
            ("00:00:10;00", "00:00:14;29", "00:00:04;29"),
            (second.StartTimecodeSMPTE, second.EndTimecodeSMPTE, second.DurationSMPTE));
        Assert.Equal("h264", Assert.Single(response.VideoMetadata).Codec);
        var audio = Assert.Single(response.AudioMetadata);
        Assert.Equal(
            ("aac", 15_007, 48_000, 1), (audio.Codec, audio.DurationMillis, audio.SampleRate, audio.NumberOfChannels));
        Assert.Equal(
            ["SHOT local", "TECHNICAL_CUE local: BlackFrames and ColorBars only"],
            response.SelectedSegmentTypes.Select(type => $"{type.Type.Value} {type.ModelVersion}"));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_job_in_progress_names_its_types_and_has_no_metadata_yet()
    {
        await using var rekognition = await SeenSegments.StartedAsync();
        rekognition.Engine.Holds = true;
        var (_, started, _) = await PostStartAsync(rekognition, """["SHOT"]""");

        var (_, page, _) = await rekognition.PostAsync(
            "GetSegmentDetection", $$"""{"JobId":"{{started.GetProperty("JobId").GetString()}}"}""");

        Assert.Equal("IN_PROGRESS", page.GetProperty("JobStatus").GetString());
        Assert.Equal(0, page.GetProperty("Segments").GetArrayLength());
        Assert.Equal("SHOT", page.GetProperty("SelectedSegmentTypes")[0].GetProperty("Type").GetString());
        Assert.False(page.TryGetProperty("VideoMetadata", out _));
        rekognition.Engine.LetOneEnd();
    }

    [Fact(Timeout = 30_000)]
    public async Task Every_page_has_the_next_segments_and_the_metadata()
    {
        await using var rekognition = await SeenSegments.StartedAsync();
        var jobId = await RunAsync(rekognition, """["SHOT","TECHNICAL_CUE"]""");
        var (segments, members) = (new List<string>(), "");
        do
        {
            var (_, page, _) = await rekognition.PostAsync(
                "GetSegmentDetection", $$"""{"JobId":"{{jobId}}","MaxResults":1{{members}}}""");
            segments.Add(Assert.Single(page.GetProperty("Segments").EnumerateArray()).GetProperty("Type").GetString()!);
            Assert.Equal((1, 1), (page.GetProperty("VideoMetadata")
                .GetArrayLength(), page.GetProperty("AudioMetadata").GetArrayLength()));
            members = page.TryGetProperty("NextToken", out var token) ? $""","NextToken":"{token.GetString()}" """ : "";
        }
        while (members.Length > 0);

        Assert.Equal(["TECHNICAL_CUE", "SHOT", "SHOT"], segments);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("""["SHOT"]""", "", true, false, 50, 50, 0.2, 99)]
    [InlineData("""["TECHNICAL_CUE"]""", "", false, true, 50, 50, 0.2, 99)]
    [InlineData("""["TECHNICAL_CUE","SHOT"]""", """ "ShotFilter":{"MinSegmentConfidence":60} """, true, true, 60,
        50, 0.2, 99)]
    [InlineData("""["TECHNICAL_CUE"]""", """ "TechnicalCueFilter":{"MinSegmentConfidence":70""" +
        ""","BlackFrame":{"MaxPixelThreshold":0.1,"MinCoveragePercentage":90}} """, false, true, 50, 70, 0.1, 90)]
    public async Task The_engine_is_asked_for_what_the_caller_wants(
        string types, string filters, bool shots, bool cues, float shot, float cue, float threshold, float coverage)
    {
        await using var rekognition = await SeenSegments.StartedAsync();

        await RunAsync(rekognition, types, $$$""","Filters":{{{{filters}}}}""");

        Assert.Equal(
            new SegmentRequest(new()
            {
                Shots = shots,
                TechnicalCues = cues,
                MinShotConfidence = shot,
                MinCueConfidence = cue,
                MaxPixelThreshold = threshold,
                MinCoveragePercentage = coverage,
            }),
            rekognition.Engine.Passes.Single().Single());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_default_left_out_or_spelt_out_and_types_in_any_order_are_the_same_request()
    {
        await using var rekognition = await SeenSegments.StartedAsync();
        var jobId = await RunAsync(rekognition, """["SHOT","TECHNICAL_CUE"]""", ""","ClientRequestToken":"t" """);

        var (_, again, _) = await PostStartAsync(rekognition, """["TECHNICAL_CUE","SHOT"]""", """
            ,"ClientRequestToken":"t","Filters":{
              "ShotFilter":{"MinSegmentConfidence":50},"TechnicalCueFilter":{"BlackFrame":{"MaxPixelThreshold":0.2}}}
            """);
        var (_, other, _) = await PostStartAsync(rekognition, """["SHOT"]""", ""","ClientRequestToken":"t" """);

        Assert.Equal(jobId, again.GetProperty("JobId").GetString());
        Assert.Equal("IdempotentParameterMismatchException", other.GetProperty("__type").GetString());
    }

    [Theory(Timeout = 30_000)]
    [InlineData("null", "", "Value null at 'segmentTypes' failed to satisfy constraint: Member must not be null")]
    [InlineData("[]", "", "Value '[]' at 'segmentTypes' failed to satisfy constraint: Member must have length " +
        "greater than or equal to 1")]
    [InlineData("""["TECHNICAL_CUES"]""", "", "Value '[TECHNICAL_CUES]' at 'segmentTypes' failed to satisfy " +
        "constraint: Member must satisfy constraint: [Member must satisfy enum value set: [TECHNICAL_CUE, SHOT]]")]
    [InlineData("""["SHOT"]""", """ "ShotFilter":{"MinSegmentConfidence":49.5} """,
        "Value '49.5' at 'filters.shotFilter.minSegmentConfidence' failed to satisfy constraint: " +
        "Member must have value greater than or equal to 50")]
    [InlineData("""["SHOT"]""", """ "TechnicalCueFilter":{"MinSegmentConfidence":101} """,
        "Value '101' at 'filters.technicalCueFilter.minSegmentConfidence' failed to satisfy constraint: " +
        "Member must have value less than or equal to 100")]
    [InlineData("""["SHOT"]""", """ "TechnicalCueFilter":{"BlackFrame":{"MaxPixelThreshold":1.5}} """,
        "Value '1.5' at 'filters.technicalCueFilter.blackFrame.maxPixelThreshold' failed to satisfy constraint: " +
        "Member must have value less than or equal to 1")]
    [InlineData("""["SHOT"]""", """ "TechnicalCueFilter":{"BlackFrame":{"MinCoveragePercentage":-1}} """,
        "Value '-1' at 'filters.technicalCueFilter.blackFrame.minCoveragePercentage' failed to satisfy constraint: " +
        "Member must have value greater than or equal to 0")]
    public async Task What_the_service_model_forbids_is_refused_in_its_words(
        string types, string filters, string message)
    {
        await using var rekognition = await SeenSegments.StartedAsync();

        var (status, error, _) = await PostStartAsync(rekognition, types, $$$""","Filters":{{{{filters}}}}""");

        Assert.Equal((400, "ValidationException"), (status, error.GetProperty("__type").GetString()));
        Assert.Contains(message, error.GetProperty("Message").GetString(), StringComparison.Ordinal);
    }

    private static Task<(int Status, JsonElement Body, HttpResponseHeaders Headers)> PostStartAsync(
        RekognitionHarness rekognition, string types, string members = "") =>
        rekognition.PostAsync("StartSegmentDetection", $$"""
            {
                "Video": { "S3Object": { "Bucket": "videos", "Name": "film.mp4" } },
                "NotificationChannel": { "SNSTopicArn": "{{RekognitionHarness.Topic}}",
                  "RoleArn": "arn:aws:iam::000000000000:role/rekognition" },
                "SegmentTypes": {{types}}
                {{members}}
            }
            """);

    private static async Task<string> RunAsync(RekognitionHarness rekognition, string types, string members = "")
    {
        var (status, body, _) = await PostStartAsync(rekognition, types, members);
        Assert.True(status == 200, body.ToString());
        await rekognition.NextCompletionAsync();
        return body.GetProperty("JobId").GetString()!;
    }
}
