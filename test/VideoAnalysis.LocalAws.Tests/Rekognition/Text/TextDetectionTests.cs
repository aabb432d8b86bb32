using System.Text.Json;
using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using VideoAnalysis.Analyses.Text;
using VideoAnalysis.Engine;
using TextDetection = VideoAnalysis.Analyses.Text.TextDetection;

namespace VideoAnalysis.LocalAws.Tests.Rekognition.Text;

/// <summary>What passes the wire of text detection.</summary>
public sealed class TextDetectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task The_client_reads_a_line_and_its_words_with_their_places()
    {
        await using var rekognition = await StartedAsync();
        var jobId = await RunAsync(rekognition);

        var response =
            await rekognition.Client.GetTextDetectionAsync(new GetTextDetectionRequest { JobId = jobId }, Token);

        Assert.Equal("PP-OCRv4", response.TextModelVersion);
        Assert.Equal([500L, 500, 500], response.TextDetections.Select(item => item.Timestamp!.Value));
        var texts = response.TextDetections.ConvertAll(item => item.TextDetection);
        Assert.Equal(["The end", "The", "end"], texts.Select(text => text.DetectedText));
        Assert.Equal([TextTypes.LINE, TextTypes.WORD, TextTypes.WORD], texts.Select(text => text.Type));
        Assert.Equal([0, 1, 2], texts.Select(text => text.Id!.Value));
        Assert.Equal([null, 0, 0], texts.Select(text => text.ParentId));
        Assert.Equal([91.5f, 98, 91.5f], texts.Select(text => text.Confidence!.Value));
        var line = texts[0].Geometry;
        Assert.Equal((0.1f, 0.2f, 0.5f, 0.25f),
            (line.BoundingBox.Left, line.BoundingBox.Top, line.BoundingBox.Width, line.BoundingBox.Height));
        Assert.Equal([(0.1f, 0.3f), (0.6f, 0.2f)], line.Polygon.Select(point => (point.X!.Value, point.Y!.Value)));
        Assert.Null(texts[1].Geometry.BoundingBox);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_line_has_no_member_for_a_parent()
    {
        await using var rekognition = await StartedAsync();
        var jobId = await RunAsync(rekognition);

        var (_, page, _) = await rekognition.PostAsync("GetTextDetection", $$"""{"JobId":"{{jobId}}"}""");

        Assert.Equal(
            """{"Timestamp":500,"TextDetection":{"DetectedText":"The end","Type":"LINE","Id":0,"Confidence":91.5""" +
            ""","Geometry":{"BoundingBox":{"Left":0.1,"Top":0.2,"Width":0.5,"Height":0.25},"Polygon":[{"X":0.1""" +
            ""","Y":0.3},{"X":0.6,"Y":0.2}]}}}""",
            page.GetProperty("TextDetections")[0].GetRawText());
    }

    [Fact(Timeout = 30_000)]
    public async Task What_is_not_asked_for_is_the_services_default()
    {
        await using var rekognition = await StartedAsync();

        await RunAsync(rekognition);

        var wanted = Wanted(rekognition);
        Assert.Equal(
            (80, null, null, 0), (wanted.MinConfidence, wanted.MinHeight, wanted.MinWidth, wanted.Regions.Count));
    }

    [Fact(Timeout = 30_000)]
    public async Task Filters_reach_the_engine()
    {
        await using var rekognition = await StartedAsync();

        await RunAsync(rekognition, """
            ,"Filters":{
                "WordFilter":{"MinConfidence":0,"MinBoundingBoxHeight":0.05,"MinBoundingBoxWidth":0.1},
                "RegionsOfInterest":[{"BoundingBox":{"Left":0,"Top":0.5,"Width":1,"Height":0.5}}]}
            """);

        var wanted = Wanted(rekognition);
        Assert.Equal((0, 0.05f, 0.1f), (wanted.MinConfidence, wanted.MinHeight, wanted.MinWidth));
        Assert.Equal([new(0, 0.5f, 1, 0.5f)], wanted.Regions);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(""" "WordFilter":{"MinConfidence":101} """, "ValidationException",
        "'filters.wordFilter.minConfidence'")]
    [InlineData(""" "WordFilter":{"MinBoundingBoxHeight":2} """, "ValidationException",
        "'filters.wordFilter.minBoundingBoxHeight'")]
    [InlineData(""" "RegionsOfInterest":[{},{},{},{},{},{},{},{},{},{},{}] """, "ValidationException",
        "less than or equal to 10")]
    [InlineData(""" "RegionsOfInterest":[null] """, "InvalidParameterException", "BoundingBox needs")]
    [InlineData(""" "RegionsOfInterest":[{}] """, "InvalidParameterException", "BoundingBox needs")]
    [InlineData(""" "RegionsOfInterest":[{"BoundingBox":{"Left":0,"Top":0,"Width":0,"Height":1}}] """,
        "InvalidParameterException", "BoundingBox needs")]
    [InlineData(""" "RegionsOfInterest":[{"Polygon":[{"X":0,"Y":0}]}] """, "InvalidParameterException",
        "Polygon is not supported")]
    public async Task Filters_that_make_no_sense_are_refused(string filters, string error, string message)
    {
        await using var rekognition = await StartedAsync();

        var (status, answer, _) = await StartAsync(rekognition, $$$""","Filters":{ {{{filters}}} }""");

        Assert.Equal((400, error), (status, answer.GetProperty("__type").GetString()));
        Assert.Contains(message, answer.GetProperty("Message").GetString(), StringComparison.Ordinal);
    }

    private static TextOptions Wanted(RekognitionHarness rekognition) =>
        Assert.IsType<TextRequest>(Assert.Single(rekognition.Engine.Passes.Single())).Wanted;

    private static async Task<RekognitionHarness> StartedAsync()
    {
        var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Analyses = ["faces", "text"];
        rekognition.Engine.Others = (_, timestamp) => timestamp == 500 ? [.. TheEnd()] : [];
        return rekognition;
    }

    private static IEnumerable<EngineFinding> TheEnd()
    {
        yield return new("text", Text("The end", "LINE", 0, 91.5f) with
        {
            BoundingBox = new(0.1f, 0.2f, 0.5f, 0.25f),
            Polygon = [new(0.1f, 0.3f), new(0.6f, 0.2f)],
        });
        yield return new("text", Text("The", "WORD", 1, 98) with { ParentId = 0 });
        yield return new("text", Text("end", "WORD", 2, 91.5f) with { ParentId = 0 });
    }

    private static TextDetection Text(string text, string type, int id, float confidence) =>
        new() { Timestamp = 500, Text = text, Type = type, Id = id, Confidence = confidence };

    private static async Task<string> RunAsync(RekognitionHarness rekognition, string members = "")
    {
        var (status, answer, _) = await StartAsync(rekognition, members);
        Assert.True(status == 200, answer.ToString());
        await rekognition.NextCompletionAsync();
        return answer.GetProperty("JobId").GetString()!;
    }

    private static Task<(int Status, JsonElement Body, System.Net.Http.Headers.HttpResponseHeaders Headers)> StartAsync(
        RekognitionHarness rekognition, string members) => rekognition.PostAsync("StartTextDetection", $$"""
        {
            "Video": { "S3Object": { "Bucket": "videos", "Name": "film.mp4" } },
            "NotificationChannel": { "SNSTopicArn": "{{RekognitionHarness.Topic}}",
              "RoleArn": "arn:aws:iam::000000000000:role/rekognition" }
            {{members}}
        }
        """);
}
