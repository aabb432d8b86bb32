using System.Text.Json;
using Amazon.Rekognition.Model;
using VideoAnalysis.Analyses.Labels;

namespace VideoAnalysis.LocalAws.Tests.Rekognition.Labels;

public sealed class LabelDetectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task The_client_reads_labels_with_all_that_is_known_of_them()
    {
        await using var rekognition = await SeenLabels.StartedAsync();
        var jobId = await rekognition.RunAsync();

        var response =
            await rekognition.Client.GetLabelDetectionAsync(new GetLabelDetectionRequest { JobId = jobId }, Token);

        Assert.Equal(
            ["0 Animal", "0 Dog", "500 Animal", "500 Dog", "500 Mobile Phone", "2500 Animal", "2500 Dog"],
            response.Labels.Select(item => $"{item.Timestamp} {item.Label.Name}"));
        var phone = response.Labels[4].Label;
        Assert.Equal(75, phone.Confidence);
        Assert.Equal(["Electronics", "Phone"], phone.Parents.Select(parent => parent.Name));
        Assert.Equal(["Cell Phone"], phone.Aliases.Select(alias => alias.Name));
        Assert.Equal(["Technology and Computing"], phone.Categories.Select(category => category.Name));
        Assert.Equal((-0.1f, 75f), (phone.Instances.Single().BoundingBox.Left, phone.Instances.Single().Confidence));
        Assert.Empty(response.Labels[0].Label.Instances);
        Assert.Equal("local", response.LabelModelVersion);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("", 50)]
    [InlineData(""","MinConfidence":0""", 0)]
    [InlineData(""","MinConfidence":87.5""", 87.5)]
    public async Task The_engine_is_asked_for_no_less_confidence_than_the_caller_wants(string members, float expected)
    {
        await using var rekognition = await SeenLabels.StartedAsync();

        await rekognition.RunAsync(members);

        Assert.Equal(new LabelRequest(expected), rekognition.Engine.Passes.Single().Single());
    }

    [Theory(Timeout = 30_000)]
    [InlineData(""" "LabelInclusionFilters":["Dog"] """, "Dog")]
    [InlineData(""" "LabelExclusionFilters":["Dog"] """, "Animal Mobile Phone")]
    [InlineData(""" "LabelCategoryInclusionFilters":["Animals and Pets"] """, "Animal Dog")]
    [InlineData(""" "LabelCategoryExclusionFilters":["Animals and Pets"] """, "Mobile Phone")]
    [InlineData(""" "LabelCategoryInclusionFilters":["Animals and Pets"],"LabelExclusionFilters":["Animal"] """, "Dog")]
    [InlineData(""" "LabelInclusionFilters":["Dog"],"LabelCategoryInclusionFilters":["Technology and Computing"] """,
        "Dog Mobile Phone")]
    [InlineData(""" "LabelInclusionFilters":["dog"] """, "")]
    public async Task Filters_choose_labels(string filters, string expected)
    {
        await using var rekognition = await SeenLabels.StartedAsync();

        var jobId = await rekognition.RunAsync($$$""","Settings":{"GeneralLabels":{ {{{filters}}} }}""");

        var (_, page, _) = await rekognition.PostAsync("GetLabelDetection", $$"""{"JobId":"{{jobId}}"}""");
        Assert.Equal(expected, string.Join(' ', Labels(page).Select(NameOf).Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact(Timeout = 30_000)]
    public async Task Sorted_by_name_the_surest_comes_first_and_pages_hold_each_once()
    {
        await using var rekognition = await SeenLabels.StartedAsync();
        var jobId = await rekognition.RunAsync();

        var pages = await ReadAllAsync(rekognition, jobId, ""","SortBy":"NAME","MaxResults":3""");

        Assert.Equal([3, 3, 1], pages.Select(page => Labels(page).Count()));
        Assert.Equal(
            ["Animal 500", "Animal 0", "Animal 2500", "Dog 500", "Dog 0", "Dog 2500", "Mobile Phone 500"],
            pages.SelectMany(Labels).Select(item => $"{NameOf(item)} {item.GetProperty("Timestamp").GetInt64()}"));
        Assert.All(pages, page => Assert.Equal(
            """{"SortBy":"NAME","AggregateBy":"TIMESTAMPS"}""", page.GetProperty("GetRequestMetadata").GetRawText()));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("TIMESTAMP",
        "Animal 0-1000 97, Dog 0-1000 97, Mobile Phone 500-1000 75, Animal 2500-3000 60, Dog 2500-3000 60")]
    [InlineData("NAME",
        "Animal 0-1000 97, Animal 2500-3000 60, Dog 0-1000 97, Dog 2500-3000 60, Mobile Phone 500-1000 75")]
    public async Task Segments_are_one_label_without_a_gap(string sortBy, string expected)
    {
        await using var rekognition = await SeenLabels.StartedAsync();
        var jobId = await rekognition.RunAsync();

        var pages = await ReadAllAsync(
            rekognition, jobId, $$""","SortBy":"{{sortBy}}","AggregateBy":"SEGMENTS","MaxResults":2""");

        Assert.Equal([2, 2, 1], pages.Select(page => Labels(page).Count()));
        var segments = pages.SelectMany(Labels).ToList();
        Assert.Equal(expected, string.Join(", ", segments.Select(item =>
            $"{NameOf(item)} {Number(item, "StartTimestampMillis")}-{Number(item, "EndTimestampMillis")} " +
            $"{item.GetProperty("Label").GetProperty("Confidence")}")));
        Assert.All(segments, item =>
        {
            Assert.Equal(Number(item, "StartTimestampMillis"), Number(item, "Timestamp"));
            Assert.Equal(Number(item, "EndTimestampMillis") - Number(item, "StartTimestampMillis"), Number(
                item, "DurationMillis"));
            Assert.False(item.GetProperty("Label").TryGetProperty("Instances", out _));
        });
    }

    [Fact(Timeout = 30_000)]
    public async Task A_page_token_of_another_order_is_not_valid()
    {
        await using var rekognition = await SeenLabels.StartedAsync();
        var jobId = await rekognition.RunAsync();
        var (_, first, _) =
            await rekognition.PostAsync("GetLabelDetection", $$"""{"JobId":"{{jobId}}","MaxResults":1}""");
        var token = first.GetProperty("NextToken").GetString();

        var (status, error, _) = await rekognition.PostAsync(
            "GetLabelDetection", $$"""{"JobId":"{{jobId}}","MaxResults":1,"SortBy":"NAME","NextToken":"{{token}}"}""");

        Assert.Equal((400, "InvalidPaginationTokenException"), (status, error.GetProperty("__type").GetString()));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("StartLabelDetection", """ "MinConfidence":100.5 """, "Value '100.5' at 'minConfidence' failed to " +
        "satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("StartLabelDetection", """ "MinConfidence":-1 """, "Value '-1' at 'minConfidence' failed to satisfy " +
        "constraint: Member must have value greater than or equal to 0")]
    [InlineData("StartLabelDetection", """ "Features":["IMAGE_PROPERTIES"] """, "Value '[IMAGE_PROPERTIES]' at " +
        "'features' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value " +
        "set: [GENERAL_LABELS]]")]
    [InlineData("StartLabelDetection", """ "Features":["GENERAL_LABELS","GENERAL_LABELS"] """,
        "at 'features' failed to satisfy constraint: Member must have length less than or equal to 1")]
    [InlineData("GetLabelDetection", """ "JobId":"a","SortBy":"CONFIDENCE" """, "Value 'CONFIDENCE' at 'sortBy' " +
        "failed to satisfy constraint: Member must satisfy enum value set: [NAME, TIMESTAMP]")]
    [InlineData("GetLabelDetection", """ "JobId":"a","AggregateBy":"SEGMENT" """, "Value 'SEGMENT' at 'aggregateBy' " +
        "failed to satisfy constraint: Member must satisfy enum value set: [TIMESTAMPS, SEGMENTS]")]
    public async Task What_the_service_model_forbids_is_refused_in_its_words(
        string operation, string members, string message)
    {
        await using var rekognition = await SeenLabels.StartedAsync();

        var (status, error, _) = await rekognition.PostAsync(
            operation, $$$"""{"Video":{"S3Object":{"Bucket":"videos","Name":"film.mp4"}},{{{members}}}}""");

        Assert.Equal((400, "ValidationException"), (status, error.GetProperty("__type").GetString()));
        Assert.Contains(message, error.GetProperty("Message").GetString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task More_filters_than_a_hundred_are_refused()
    {
        await using var rekognition = await SeenLabels.StartedAsync();
        var names = string.Join(',', Enumerable.Range(0, 101).Select(number => $"\"L{number}\""));

        var (_, error, _) = await rekognition.PostAsync("StartLabelDetection", $$$"""
            {
              "Video": {"S3Object":{"Bucket":"videos","Name":"film.mp4"}},
              "Settings": {"GeneralLabels":{"LabelExclusionFilters":[{{{names}}}]}}
            }
            """);

        Assert.Contains(
            "at 'settings.generalLabels.labelExclusionFilters' failed to satisfy constraint: Member must have " +
            "length less than or equal to 100",
            error.GetProperty("Message").GetString(),
            StringComparison.Ordinal);
    }

    private static async Task<List<JsonElement>> ReadAllAsync(
        RekognitionHarness rekognition, string jobId, string members)
    {
        var pages = new List<JsonElement>();
        var token = "";
        do
        {
            var (status, page, _) = await rekognition.PostAsync(
                "GetLabelDetection", $$"""{"JobId":"{{jobId}}"{{members}}{{token}}}""");
            Assert.True(status == 200, page.ToString());
            pages.Add(page);
            token = page.TryGetProperty("NextToken", out var next) ? $",\"NextToken\":\"{next.GetString()}\"" : null;
        }
        while (token is not null);

        return pages;
    }

    private static IEnumerable<JsonElement> Labels(JsonElement page) => page.GetProperty("Labels").EnumerateArray();

    private static string? NameOf(JsonElement item) => item.GetProperty("Label").GetProperty("Name").GetString();

    private static long Number(JsonElement item, string member) => item.GetProperty(member).GetInt64();
}
