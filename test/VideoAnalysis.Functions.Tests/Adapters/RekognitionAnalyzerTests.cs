using System.Net;
using VideoAnalysis.Engine;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Adapters;

/// <summary>The adapter behind Start, with the SDK's own client on a canned service.</summary>
public sealed class RekognitionAnalyzerTests
{
    private static readonly RekognitionCatalog Catalog = RekognitionAnalyses.Read(new(_ => null));

    private static readonly CompletionChannel Channel = new(
        "arn:aws:sns:us-east-1:123456789012:completions", "arn:aws:iam::123456789012:role/rekognition");

    [Fact]
    public async Task A_job_is_started_with_its_token_its_tag_and_the_channel_to_report_to()
    {
        var service = new CannedRekognition(HttpStatusCode.OK, """{"JobId":"the-job"}""");
        var request = Request() with { Upload = Some.Upload("코드/a b.mp4") with { VersionId = "v1" } };

        Assert.Equal("the-job", await StartAsync(service, request));

        var (operation, body) = Assert.Single(service.Requests);
        Assert.Equal("StartFaceDetection", operation);
        Assert.Equal(request.Token.Value, (string?)body["ClientRequestToken"]);
        Assert.Equal(request.Tag.ToString(), (string?)body["JobTag"]);
        Assert.Equal("DEFAULT", (string?)body["FaceAttributes"]);
        Assert.Equal((Channel.TopicArn, Channel.RoleArn), (
            (string?)body["NotificationChannel"]!["SNSTopicArn"], (string?)body["NotificationChannel"]!["RoleArn"]));
        var video = body["Video"]!["S3Object"]!;
        Assert.Equal(
            ("videos", "코드/a b.mp4", "v1"), ((string?)video["Bucket"], (string?)video["Name"], (string?)video["Version"]));
    }

    [Theory]
    [InlineData("LimitExceededException")]
    [InlineData("ThrottlingException")]
    [InlineData("ProvisionedThroughputExceededException")]
    [InlineData("IdempotentParameterMismatchException")] // There is a job of this token, and its completion will come.
    public async Task Without_room_the_call_is_made_once_and_waits_for_later(string code)
    {
        var service = CannedRekognition.Failing(code);

        var busy = await Assert.ThrowsAsync<AnalyzerBusyException>(() => StartAsync(service, Request()));

        Assert.Single(service.Requests);
        Assert.Contains(code, busy.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InvalidS3ObjectException")]
    [InlineData("VideoTooLargeException")]
    [InlineData("AccessDeniedException")]
    [InlineData("InvalidParameterException")]
    public async Task What_can_never_succeed_is_refused_with_the_services_words_and_what_to_do(string code)
    {
        var service = CannedRekognition.Failing(code);

        var refused = await Assert.ThrowsAsync<AnalysisRefusedException>(() => StartAsync(service, Request()));

        Assert.Single(service.Requests);
        Assert.StartsWith($"{code}: As the service says. ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InternalServerError", HttpStatusCode.InternalServerError)]
    [InlineData("SomethingNew", HttpStatusCode.BadRequest)]
    [InlineData("ServiceUnavailable", HttpStatusCode.ServiceUnavailable)]
    public async Task Anything_else_fails_the_delivery_which_is_repeated(string code, HttpStatusCode status)
    {
        var service = CannedRekognition.Failing(code, status);

        var failure = await Record.ExceptionAsync(() => StartAsync(service, Request()));

        Assert.False(failure is null or AnalyzerBusyException or AnalysisRefusedException);
        Assert.Single(service.Requests);
    }

    private static StartRequest Request()
    {
        var upload = Some.Upload();
        return new(Catalog.Analyses.Default, upload, ClientRequestToken.For(upload, Catalog.Analyses.Default));
    }

    private static async Task<string> StartAsync(CannedRekognition service, StartRequest request)
    {
        using var client = service.CreateClient(RekognitionClients.ForStarting());
        return await new RekognitionAnalyzer(client, Catalog, Channel)
            .StartAsync(request, TestContext.Current.CancellationToken);
    }
}
