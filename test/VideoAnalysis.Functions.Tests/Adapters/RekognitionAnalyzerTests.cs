using System.Net;
using System.Text.Json.Nodes;
using VideoAnalysis.Engine;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Adapters;

/// <summary>The adapter behind Start, of every analysis, with the SDK's own client on a canned service.</summary>
public sealed class RekognitionAnalyzerTests
{
    /// <summary>The members of every Start request.</summary>
    private static readonly string[] Common = ["Video", "ClientRequestToken", "JobTag", "NotificationChannel"];

    private static readonly CompletionChannel Channel = new(
        "arn:aws:sns:us-east-1:123456789012:completions", "arn:aws:iam::123456789012:role/rekognition");

    public static TheoryData<string> Analyses => RekognitionAnswer.Analyses;

    /// <summary>Every analysis with every one of some errors.</summary>
    public static TheoryData<string, string> Busy => Matrix(
        "LimitExceededException",
        "ThrottlingException",
        "ProvisionedThroughputExceededException",
        "IdempotentParameterMismatchException"); // There is a job of this token, and its completion will come.

    public static TheoryData<string, string> Final => Matrix(
        "InvalidS3ObjectException", "VideoTooLargeException", "AccessDeniedException", "InvalidParameterException");

    public static TheoryData<string, string> Passing =>
        Matrix("InternalServerError", "SomethingNew", "ServiceUnavailable");

    [Theory]
    [MemberData(nameof(Analyses))]
    public async Task A_job_is_started_with_its_settings_its_token_its_tag_and_the_channel_to_report_to(string name)
    {
        var answer = RekognitionAnswer.Of(name);
        var service = Starting();
        var catalog = RekognitionAnswer.CatalogOf(name, answer.Settings);
        var request = Request(catalog) with { Upload = Some.Upload("코드/a b.mp4") with { VersionId = "v1" } };

        Assert.Equal("the-job", await StartAsync(service, catalog, request));

        var (operation, body) = service.Requests[^1];
        Assert.Equal($"Start{answer.Operation}", operation);
        Assert.Matches("^[0-9a-f]{64}$", (string?)body["ClientRequestToken"]);
        Assert.Equal(request.Tag.ToString(), (string?)body["JobTag"]);
        Assert.Equal((Channel.TopicArn, Channel.RoleArn), (
            (string?)body["NotificationChannel"]!["SNSTopicArn"], (string?)body["NotificationChannel"]!["RoleArn"]));
        var video = body["Video"]!["S3Object"]!;
        Assert.Equal(
            ("videos", "코드/a b.mp4", "v1"),
            ((string?)video["Bucket"], (string?)video["Name"], (string?)video["Version"]));
        var own = new JsonObject(body.AsObject().Where(member => !Common.Contains(member.Key))
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        Assert.True(JsonNode.DeepEquals(answer.Start, own),
            $"Expected {answer.Start.ToJsonString()}, and it is {own.ToJsonString()}.");
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public async Task The_same_request_has_the_same_token_and_another_setting_is_another_job(string name)
    {
        var settings = new Dictionary<string, string>(RekognitionAnswer.Of(name).Settings);
        var usual = RekognitionAnswer.CatalogOf(name, settings);
        var service = Starting();

        await StartAsync(service, usual, Request(usual));
        await StartAsync(service, usual, Request(usual));

        Assert.Single(service.Requests.Select(request => (string?)request.Body["ClientRequestToken"])
            .OfType<string>().Distinct());
        var tokens = settings.Keys
            .Select(variable => Request(RekognitionAnswer.CatalogOf(name, settings.Where(pair => pair.Key != variable
                || variable == "COLLECTION_ID").ToDictionary())).Token)
            .Append(Request(usual).Token);
        Assert.Equal(settings.Keys.Count(variable => variable != "COLLECTION_ID") + 1, tokens.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Busy))]
    public async Task Without_room_the_call_is_made_once_and_waits_for_later(string name, string code)
    {
        var service = CannedRekognition.Failing(code);

        var busy = await Assert.ThrowsAsync<AnalyzerBusyException>(() => StartAsync(service, name));

        Assert.Single(service.Requests);
        Assert.Contains(code, busy.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Final))]
    public async Task What_can_never_succeed_is_refused_with_the_services_words_and_what_to_do(string name, string code)
    {
        var service = CannedRekognition.Failing(code);

        var refused = await Assert.ThrowsAsync<AnalysisRefusedException>(() => StartAsync(service, name));

        Assert.Single(service.Requests);
        Assert.StartsWith($"{code}: As the service says. ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Anything_else_fails_the_delivery_which_is_repeated(string name, string code)
    {
        var service = CannedRekognition.Failing(code, code switch
        {
            "InternalServerError" => HttpStatusCode.InternalServerError,
            "ServiceUnavailable" => HttpStatusCode.ServiceUnavailable,
            _ => HttpStatusCode.BadRequest,
        });

        var failure = await Record.ExceptionAsync(() => StartAsync(service, name));

        Assert.False(failure is null or AnalyzerBusyException or AnalysisRefusedException);
        Assert.Single(service.Requests);
    }

    /// <summary>Starts a job, and describes a collection.</summary>
    internal static CannedRekognition Starting(int faces = 3) =>
        new(HttpStatusCode.OK, $$"""{"JobId":"the-job","FaceCount":{{faces}},"CreationTimestamp":1569444828.274}""");

    internal static StartRequest Request(RekognitionCatalog catalog)
    {
        var upload = Some.Upload();
        return new(catalog.Analyses.Default, upload, ClientRequestToken.For(upload, catalog.Analyses.Default));
    }

    internal static async Task<string> StartAsync(
        CannedRekognition service, RekognitionCatalog catalog, StartRequest request)
    {
        using var client = service.CreateClient(RekognitionClients.ForStarting());
        return await new RekognitionAnalyzer(client, catalog, Channel)
            .StartAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> StartAsync(CannedRekognition service, string name)
    {
        var catalog = RekognitionAnswer.CatalogOf(name, RekognitionAnswer.Of(name).Settings);
        return StartAsync(service, catalog, Request(catalog));
    }

    private static TheoryData<string, string> Matrix(params string[] codes) =>
        [.. Analyses.SelectMany(analysis => codes, (analysis, code) => (analysis.Data, code))];
}
