
namespace VideoAnalysis.LocalAws.Tests.Rekognition;

/// <summary>What an analysis brings with it, shown with one that is made up; everything else is there for it.</summary>
public sealed class AnalysisTests
{
    [Fact(Timeout = 30_000)]
    public async Task An_analysis_is_started_and_read_by_its_own_operations_in_its_own_shape()
    {
        await using var rekognition = await StartedAsync();

        var jobId = await rekognition.StartScenesAsync(members: ""","Mood":"GOOD","JobTag":"scenes:tag" """);

        var completion = await rekognition.NextCompletionAsync();
        Assert.Equal("StartSceneDetection", completion.GetProperty("API").GetString());
        var (status, page, _) = await rekognition.PostAsync(
            "GetSceneDetection", $$"""{"JobId":"{{jobId}}","SortBy":"TIMESTAMP","MaxResults":1}""");
        Assert.Equal(200, status);
        Assert.Equal(
            ["JobStatus", "VideoMetadata", "AudioMetadata", "NextToken", "Scenes", "SelectedMood", "SortedBy", "JobId",
                "Video", "JobTag"],
            page.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""[{"StartMillis":0,"EndMillis":400,"Mood":"GOOD"}]""", page.GetProperty("Scenes").GetRawText());
        Assert.Equal(2000, page.GetProperty("VideoMetadata")[0].GetProperty("DurationMillis").GetInt64());
        Assert.Equal(("GOOD", "TIMESTAMP"), (
            page.GetProperty("SelectedMood").GetString(), page.GetProperty("SortedBy").GetString()));
    }

    [Fact(Timeout = 30_000)]
    public async Task Its_pages_hold_every_item_once()
    {
        await using var rekognition = await StartedAsync();
        var jobId = await rekognition.StartScenesAsync(members: ""","Mood":"GOOD" """);
        await rekognition.NextCompletionAsync();

        var starts = new List<long>();
        string? next = null;
        do
        {
            var token = next is null ? "" : $",\"NextToken\":\"{next}\"";
            var (_, page, _) = await rekognition.PostAsync(
                "GetSceneDetection", $$"""{"JobId":"{{jobId}}","MaxResults":3{{token}}}""");
            starts.AddRange(
                page.GetProperty("Scenes").EnumerateArray().Select(item => item.GetProperty("StartMillis").GetInt64()));
            next = page.TryGetProperty("NextToken", out var value) ? value.GetString() : null;
        }
        while (next is not null);

        Assert.Equal([0, 500, 1000, 1500], starts);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("StartSceneDetection", """{"Video":{"S3Object":{"Bucket":"videos","Name":"film.mp4"}}}""", "'mood'")]
    [InlineData("StartSceneDetection", """{"Mood":"SAD"}""", "'mood'")]
    [InlineData("StartSceneDetection", """{"Mood":"SAD"}""", "'video'")]
    [InlineData("GetSceneDetection", """{"JobId":"a","SortBy":"NAME"}""", "'sortBy'")]
    [InlineData("GetSceneDetection", """{"SortBy":"TIMESTAMP"}""", "'jobId'")]
    public async Task Its_own_members_are_validated_together_with_those_of_all(
        string operation, string body, string named)
    {
        await using var rekognition = await StartedAsync();

        var (status, error, _) = await rekognition.PostAsync(operation, body);

        Assert.Equal((400, "ValidationException"), (status, error.GetProperty("__type").GetString()));
        Assert.Contains(named, error.GetProperty("Message").GetString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_default_left_out_or_spelt_out_is_the_same_and_another_value_is_not()
    {
        await using var rekognition = await StartedAsync();
        var jobId = await rekognition.StartScenesAsync(members: ""","ClientRequestToken":"t","Mood":"GOOD" """);

        Assert.Equal(jobId, await rekognition.StartScenesAsync(
            members: ""","ClientRequestToken":"t","Mood":"GOOD","MinConfidence":50 """));
        var (status, error, _) = await rekognition.PostAsync("StartSceneDetection", """
            {"Video":{"S3Object":{"Bucket":"videos","Name":"film.mp4"}},"ClientRequestToken":"t","Mood":"BAD"}
            """);
        Assert.Equal((400, "IdempotentParameterMismatchException"), (status, error.GetProperty("__type").GetString()));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_job_is_found_by_the_operation_of_its_own_analysis_only()
    {
        await using var rekognition = await StartedAsync();
        var jobId = await rekognition.StartScenesAsync(members: ""","Mood":"GOOD" """);

        var (_, error, _) = await rekognition.PostAsync("GetFaceDetection", $$"""{"JobId":"{{jobId}}"}""");

        Assert.Equal("ResourceNotFoundException", error.GetProperty("__type").GetString());
    }

    [Fact(Timeout = 30_000)]
    public async Task One_that_the_engine_cannot_do_is_refused_by_its_name()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var (status, error, _) = await rekognition.PostAsync("StartSceneDetection", "{}");

        Assert.Equal((400, "InvalidParameterException"), (status, error.GetProperty("__type").GetString()));
        Assert.StartsWith(
            "StartSceneDetection is not available here", error.GetProperty("Message").GetString(),
            StringComparison.Ordinal);
    }

    private static async Task<RekognitionHarness> StartedAsync()
    {
        var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Analyses = ["faces", "scenes"];
        rekognition.Engine.Others = (_, timestamp) =>
            [new("scenes", new Scene { Timestamp = timestamp, EndTimestamp = timestamp + 400 })];
        return rekognition;
    }
}
