namespace VideoAnalysis.LocalAws.Tests.Rekognition;

public sealed class RekognitionProtocolTests
{
    [Theory(Timeout = 30_000)]
    [InlineData("StartLabelDetection")]
    [InlineData("GetContentModeration")]
    [InlineData("StartContentModeration")]
    [InlineData("StartCelebrityRecognition")]
    [InlineData("StartTextDetection")]
    [InlineData("StartSegmentDetection")]
    [InlineData("StartFaceSearch")]
    [InlineData("DetectFaces")]
    [InlineData("CreateUser")]
    public async Task What_no_model_here_can_do_is_refused_by_its_name(string operation)
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var (status, error, _) = await rekognition.PostAsync(operation, "{}");

        Assert.Equal(400, status);
        Assert.Equal("InvalidParameterException", error.GetProperty("__type").GetString());
        var message = error.GetProperty("Message").GetString();
        Assert.StartsWith($"{operation} is not available here", message, StringComparison.Ordinal);
        Assert.EndsWith("GetFaceDetection, StartFaceDetection.", message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("DetectMoods")]
    [InlineData("")]
    public async Task An_operation_that_rekognition_has_not_is_unknown(string operation)
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var (status, error, _) = await rekognition.PostAsync(operation, "{}");

        Assert.Equal(400, status);
        Assert.Equal("UnknownOperationException", error.GetProperty("__type").GetString());
    }

    [Theory(Timeout = 30_000)]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"Video":"film.mp4"}""")]
    [InlineData("""{"Video":{"S3Object":{"Bucket":"videos","Name":7}}}""")]
    public async Task A_body_that_is_no_request_is_a_serialization_error(string body)
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var (status, error, _) = await rekognition.PostAsync("StartFaceDetection", body);

        Assert.Equal(400, status);
        Assert.Equal("SerializationException", error.GetProperty("__type").GetString());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_of_megabytes_is_refused()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var (status, error, _) = await rekognition.PostAsync("StartFaceDetection", new string(' ', 2 * 1024 * 1024));

        Assert.Equal(413, status);
        Assert.Equal("SerializationException", error.GetProperty("__type").GetString());
    }

    [Fact(Timeout = 30_000)]
    public async Task Members_that_the_model_has_not_are_passed_over()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var (status, body, headers) = await rekognition.PostAsync(
            "StartFaceDetection", """{"Video":{"S3Object":{"Bucket":"videos","Name":"film.mp4"}},"Mood":"good"}""");

        Assert.Equal(200, status);
        Assert.Matches("^[0-9a-f]{64}$", body.GetProperty("JobId").GetString());
        Assert.True(headers.Contains("x-amzn-RequestId"));
    }

    [Fact(Timeout = 30_000)]
    public async Task What_is_not_for_rekognition_is_left_to_what_shares_the_port()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        using var response = await rekognition.Http.GetAsync(
            new Uri("/videos", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.False(response.Headers.Contains("x-amzn-RequestId"));
    }
}
