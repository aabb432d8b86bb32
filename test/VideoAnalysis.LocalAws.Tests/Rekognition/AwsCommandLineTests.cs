using System.Text.Json;
using VideoAnalysis.LocalAws.Tests.Rekognition.Labels;
using VideoAnalysis.LocalAws.Tests.Rekognition.Segments;
using VideoAnalysis.LocalAws.Tests.Rekognition.Text;
using VideoAnalysis.Testing;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

/// <summary>Every analysis, started and read with the "aws" command line.</summary>
[Slow]
public sealed class AwsCommandLineTests
{
    private const string Video = """{"S3Object":{"Bucket":"videos","Name":"film.mp4"}}""";

    [Fact(Timeout = 180_000)]
    public async Task Labels_are_started_and_read()
    {
        await using var rekognition = await SeenLabels.StartedAsync();

        var page = await RunAsync(rekognition, "label", "--min-confidence", "60", "--features", "GENERAL_LABELS");

        Assert.Equal(7, page.GetProperty("Labels").GetArrayLength());
    }

    [Fact(Timeout = 180_000)]
    public async Task Text_is_started_and_read()
    {
        await using var rekognition = await SeenText.StartedAsync();

        var page = await RunAsync(rekognition, "text", "--filters", "WordFilter={MinConfidence=70}");

        Assert.Equal(
            ["GOOD NEWS", "GOOD", "NEWS"],
            page.GetProperty("TextDetections").EnumerateArray()
                .Select(item => item.GetProperty("TextDetection").GetProperty("DetectedText").GetString()));
    }

    [Fact(Timeout = 180_000)]
    public async Task Segments_are_started_and_read()
    {
        await using var rekognition = await SeenSegments.StartedAsync();

        var page = await RunAsync(rekognition, "segment", "--segment-types", "SHOT", "TECHNICAL_CUE");

        Assert.Equal(
            ["00:00:00;00", "00:00:00;00", "00:00:10;00"],
            page.GetProperty("Segments")
                .EnumerateArray().Select(item => item.GetProperty("StartTimecodeSMPTE").GetString()));
    }

    private static async Task<JsonElement> RunAsync(
        RekognitionHarness rekognition, string analysis, params string[] arguments)
    {
        var started = await AwsAsync(rekognition, [$"start-{analysis}-detection", "--video", Video, .. arguments]);
        var jobId = started.GetProperty("JobId").GetString()!;
        JsonElement page;
        do
        {
            page = await AwsAsync(rekognition, [$"get-{analysis}-detection", "--job-id", jobId]);
        }
        while (page.GetProperty("JobStatus").GetString() == "IN_PROGRESS");

        Assert.Equal("SUCCEEDED", page.GetProperty("JobStatus").GetString());
        return page;
    }

    private static async Task<JsonElement> AwsAsync(RekognitionHarness rekognition, string[] arguments)
    {
        var output = await AwsCommandLine.RunAsync(
            rekognition.Http.BaseAddress!, ["rekognition", .. arguments, "--output", "json"]);
        return JsonElement.Parse(output);
    }
}
