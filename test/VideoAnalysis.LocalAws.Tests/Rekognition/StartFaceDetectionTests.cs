using Amazon.Rekognition.Model;
using VideoAnalysis.LocalAws.Rekognition.Jobs;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

public sealed class StartFaceDetectionTests
{
    [Fact(Timeout = 30_000)]
    public async Task A_job_runs_and_its_end_is_published()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var jobId = await rekognition.StartJobAsync();

        var completion = await rekognition.NextCompletionAsync();
        Assert.Equal(jobId, completion.GetProperty("JobId").GetString());
        Assert.Equal("SUCCEEDED", completion.GetProperty("Status").GetString());
        Assert.Equal("StartFaceDetection", completion.GetProperty("API").GetString());
        Assert.Equal("faces:tag", completion.GetProperty("JobTag").GetString());
        Assert.Equal(rekognition.Time.GetUtcNow()
            .ToUnixTimeMilliseconds(), completion.GetProperty("Timestamp").GetInt64());
        Assert.Equal("film.mp4", completion.GetProperty("Video").GetProperty("S3ObjectName").GetString());
        Assert.Equal("videos", completion.GetProperty("Video").GetProperty("S3Bucket").GetString());
    }

    [Fact(Timeout = 30_000)]
    public async Task A_key_is_published_as_it_is_not_encoded()
    {
        const string key = "코드/#1, [x] (y) 100% plus+and&.mp4";
        await using var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Objects.Stored[$"videos/{key}"] = new("abc", 1);

        await rekognition.StartJobAsync(key: key);

        var completion = await rekognition.NextCompletionAsync();
        Assert.Equal(key, completion.GetProperty("Video").GetProperty("S3ObjectName").GetString());
    }

    [Fact(Timeout = 30_000)]
    public async Task The_same_token_gives_the_same_job_and_runs_it_once()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var first = await rekognition.StartJobAsync("token");
        await rekognition.NextCompletionAsync();
        var second = await rekognition.StartJobAsync("token");
        await rekognition.StartJobAsync("another-token");
        var next = await rekognition.NextCompletionAsync();

        Assert.Equal(first, second);
        Assert.NotEqual(first, next.GetProperty("JobId").GetString());
        Assert.Equal(2, rekognition.Engine.Opened);
    }

    [Fact(Timeout = 30_000)]
    public async Task The_same_token_is_known_after_the_object_has_gone()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        var jobId = await rekognition.StartJobAsync("token");
        rekognition.Objects.Stored.Clear();

        Assert.Equal(jobId, await rekognition.StartJobAsync("token"));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_token_with_other_inputs_is_refused()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        await rekognition.StartJobAsync("token");
        var other = RekognitionHarness.Request("token");
        other.JobTag = "faces:another";

        await Assert.ThrowsAsync<IdempotentParameterMismatchException>(() =>
            rekognition.Client.StartFaceDetectionAsync(other, TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 30_000)]
    public async Task Default_attributes_left_out_or_spelt_out_are_the_same_inputs()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        var jobId = await rekognition.StartJobAsync("token");
        var spelt = RekognitionHarness.Request("token");
        spelt.FaceAttributes = "DEFAULT";

        var response = await rekognition.Client.StartFaceDetectionAsync(spelt, TestContext.Current.CancellationToken);

        Assert.Equal(jobId, response.JobId);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_token_is_forgotten_after_seven_days()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        var first = await rekognition.StartJobAsync("token");
        await rekognition.NextCompletionAsync();

        rekognition.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(first, await rekognition.StartJobAsync("token"));
        rekognition.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotEqual(first, await rekognition.StartJobAsync("token"));
    }

    [Fact(Timeout = 30_000)]
    public async Task One_job_more_than_the_limit_is_refused_until_one_has_ended()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync(new() { JobLimit = 3, Workers = 2 });
        rekognition.Engine.Holds = true;
        for (var job = 0; job < 3; job++)
        {
            await rekognition.StartJobAsync();
        }

        await Assert.ThrowsAsync<LimitExceededException>(() => rekognition.StartJobAsync());
        rekognition.Engine.LetOneEnd();
        await rekognition.NextCompletionAsync();

        await rekognition.StartJobAsync();
        Assert.Equal(2, rekognition.Engine.MostRunning);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_known_token_is_answered_at_the_limit_too()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync(new() { JobLimit = 1, Workers = 1 });
        rekognition.Engine.Holds = true;
        var jobId = await rekognition.StartJobAsync("token");

        Assert.Equal(jobId, await rekognition.StartJobAsync("token"));
    }

    [Fact(Timeout = 30_000)]
    public async Task More_calls_a_second_than_the_quota_are_refused()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync(new() { StartsPerSecond = 2 });
        await rekognition.StartJobAsync();
        await rekognition.StartJobAsync();

        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => rekognition.StartJobAsync());
        rekognition.Time.Advance(TimeSpan.FromMilliseconds(500));
        await rekognition.StartJobAsync();
    }

    [Fact(Timeout = 30_000)]
    public async Task An_object_that_is_not_there_is_refused()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        await Assert.ThrowsAsync<InvalidS3ObjectException>(() => rekognition.StartJobAsync(key: "nothing.mp4"));
    }

    [Fact(Timeout = 30_000)]
    public async Task An_object_above_ten_gigabytes_is_refused()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Objects.Stored["videos/film.mp4"] = new("abc", (10L * 1024 * 1024 * 1024) + 1);

        await Assert.ThrowsAsync<VideoTooLargeException>(() => rekognition.StartJobAsync());
    }

    [Theory(Timeout = 30_000)]
    [InlineData("""{}""", "Value null at 'video'")]
    [InlineData("""null""", "Value null at 'video'")]
    [InlineData("""{"Video":{"S3Object":{"Bucket":"v","Name":"n"}}}""", "'video.s3Object.bucket'")]
    [InlineData("""{"Video":{"S3Object":{"Bucket":"vid eos","Name":"n"}}}""", "'video.s3Object.bucket'")]
    [InlineData("""{"Video":{"S3Object":{"Bucket":"videos","Name":""}}}""", "'video.s3Object.name'")]
    [InlineData("""{"Video":{},"ClientRequestToken":""}""", "'clientRequestToken'")]
    [InlineData("""{"Video":{},"ClientRequestToken":"a.b"}""", "'clientRequestToken'")]
    [InlineData("""{"Video":{},"ClientRequestToken":"ab\n"}""", "'clientRequestToken'")]
    [InlineData(
        """{"Video":{},"ClientRequestToken":"0123456789012345678901234567890123456789012345678901234567890123x"}""",
        "'clientRequestToken'")]
    [InlineData("""{"Video":{},"JobTag":"two words"}""", "'jobTag'")]
    [InlineData("""{"Video":{},"JobTag":"ünï"}""", "'jobTag'")]
    [InlineData("""{"Video":{},"FaceAttributes":"SOME"}""", "'faceAttributes'")]
    [InlineData(
        """{"Video":{},"NotificationChannel":{"SNSTopicArn":"topic","RoleArn":"arn:aws:iam::000000000000:role/r"}}""",
        "sNSTopicArn")]
    [InlineData(
        """{"Video":{},"NotificationChannel":{"SNSTopicArn":"arn:aws:sns:us-east-1:000000000000:t"}}""", "roleArn")]
    public async Task A_violated_constraint_is_a_validation_error_that_names_the_member(string body, string named)
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var (status, error, headers) = await rekognition.PostAsync("StartFaceDetection", body);

        Assert.Equal(400, status);
        Assert.Equal("ValidationException", error.GetProperty("__type").GetString());
        Assert.Equal("ValidationException", headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Contains(named, error.GetProperty("Message").GetString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Every_violated_constraint_is_told_at_once()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var (_, error, _) =
            await rekognition.PostAsync("StartFaceDetection", """{"JobTag":" ","FaceAttributes":"x"}""");

        Assert.StartsWith(
            "3 validation errors detected: ", error.GetProperty("Message").GetString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_video_without_a_place_is_an_invalid_parameter()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        await Assert.ThrowsAsync<InvalidParameterException>(() => rekognition.Client.StartFaceDetectionAsync(
            new() { Video = new() }, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Options_that_make_no_sense_are_refused(int jobLimit, int workers) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new RekognitionOptions { JobLimit = jobLimit, Workers = workers }.Validate());
}
