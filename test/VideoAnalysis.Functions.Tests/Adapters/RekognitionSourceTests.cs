using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoAnalysis.Analyses;
using VideoAnalysis.Engine;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Functions.Tests.Adapters;

/// <summary>The adapter behind Get, of every analysis, with the SDK's own client on a canned service.</summary>
public sealed class RekognitionSourceTests
{
    public static TheoryData<string> Analyses => RekognitionAnswer.Analyses;

    [Theory]
    [MemberData(nameof(Analyses))]
    public async Task A_page_is_read_whole_with_what_is_not_known_left_out(string name)
    {
        var answer = RekognitionAnswer.Of(name);
        var service = new CannedRekognition(HttpStatusCode.OK, answer.Get.ToJsonString());

        var (analysis, page) = await GetAsync(name, service, "token");

        Assert.Equal((JobStatus.Succeeded, "next", 5_000, "QuickTime / MOV", "LIMITED"), (
            page.Status, page.NextToken, page.Metadata?.DurationMillis, page.Metadata?.Format,
            page.Metadata?.ColorRange));
        AssertSame(answer.Detections, JsonOf(page.Detections.Select(detection => Write(detection, analysis))));
        var (operation, body) = Assert.Single(service.Requests);
        Assert.Equal(($"Get{answer.Operation}", "job-1", "token", 1_000), (
            operation, (string?)body["JobId"], (string?)body["NextToken"], (int)body["MaxResults"]!));
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public async Task What_a_page_says_of_the_whole_result_is_in_the_summary(string name)
    {
        var answer = RekognitionAnswer.Of(name);

        var (analysis, page) = await GetAsync(name, new(HttpStatusCode.OK, answer.Get.ToJsonString()));

        var summary = analysis.EmptySummary with { Detections = 7 };
        var described =
            JsonSerializer.SerializeToNode(page.Describe?.Invoke(summary) ?? summary, analysis.SummaryJson)!;
        Assert.Equal(7, described["detections"]!.GetValue<int>());
        Assert.All(answer.Summary, member => AssertSame(member.Value!, described[member.Key]!));
        Assert.Equal(answer.Summary.Count == 0, page.Describe is null);
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public async Task A_page_without_detections_is_the_last(string name)
    {
        (string Answer, JobStatus Status)[] answers =
        [
            ("""{"JobStatus":"SUCCEEDED"}""", JobStatus.Succeeded),
            ("""{"JobStatus":"SUCCEEDED","NextToken":""}""", JobStatus.Succeeded),
            ($$"""{"JobStatus":"SUCCEEDED","{{ListOf(name)}}":[]}""", JobStatus.Succeeded),
            ("""{"JobStatus":"IN_PROGRESS"}""", JobStatus.InProgress),
            ("""{"JobStatus":"FAILED","StatusMessage":"Unsupported codec/format"}""", JobStatus.Failed),
        ];
        foreach (var (answer, status) in answers)
        {
            var (_, page) = await GetAsync(name, new(HttpStatusCode.OK, answer));

            Assert.Equal(status, page.Status);
            Assert.Empty(page.Detections);
            Assert.Null(page.NextToken);
            Assert.Equal(status == JobStatus.Failed ? "Unsupported codec/format" : null, page.StatusMessage);
        }
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public Task A_token_that_is_not_accepted_has_expired(string name) => Assert.ThrowsAsync<PageTokenExpiredException>(
        () => GetAsync(name, CannedRekognition.Failing("InvalidPaginationTokenException"), "token"));

    [Theory]
    [MemberData(nameof(Analyses))]
    public Task A_job_that_is_not_there_is_not_found(string name) => Assert.ThrowsAsync<JobNotFoundException>(
        () => GetAsync(name, CannedRekognition.Failing("ResourceNotFoundException")));

    /// <summary>The name of the list of results: that which has as many elements as there are detections.</summary>
    private static string ListOf(string name)
    {
        var answer = RekognitionAnswer.Of(name);
        return answer.Get.AsObject()
            .Last(member => member.Value is JsonArray list && list.Count == answer.Detections.AsArray().Count).Key;
    }

    private static JsonNode Write(Detection detection, Analysis analysis) =>
        JsonSerializer.SerializeToNode(detection, analysis.DetectionJson)!;

    private static JsonArray JsonOf(IEnumerable<JsonNode> nodes) => [.. nodes];

    private static void AssertSame(JsonNode expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual),
            $"Expected {expected.ToJsonString()}, and it is {actual.ToJsonString()}.");

    private static async Task<(Analysis Analysis, AnalysisPage Page)> GetAsync(
        string name, CannedRekognition service, string? nextToken = null)
    {
        var catalog = RekognitionAnswer.CatalogOf(name);
        using var client = service.CreateClient(RekognitionClients.ForReading());
        var page = await new RekognitionSource(client, catalog)
            .GetPageAsync(catalog.Analyses.Default, "job-1", nextToken, TestContext.Current.CancellationToken);
        return (catalog.Analyses.Default, page);
    }
}
