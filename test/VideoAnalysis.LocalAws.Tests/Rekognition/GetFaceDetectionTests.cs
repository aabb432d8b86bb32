using Amazon.Rekognition;
using Amazon.Rekognition.Model;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

public sealed class GetFaceDetectionTests
{
    [Fact(Timeout = 30_000)]
    public async Task A_job_in_progress_shows_nothing_of_what_it_found_yet()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Holds = true;

        var jobId = await rekognition.StartJobAsync();
        var page = await rekognition.GetAsync(jobId);

        Assert.Equal(VideoJobStatus.IN_PROGRESS, page.JobStatus);
        Assert.Empty(page.Faces ?? []);
        Assert.Null(page.NextToken);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_job_that_succeeded_tells_of_the_video_and_of_every_face()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        var jobId = await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();

        var page = await rekognition.GetAsync(jobId);

        Assert.Equal(VideoJobStatus.SUCCEEDED, page.JobStatus);
        Assert.Equal([0, 500, 500, 1500], page.Faces.Select(face => face.Timestamp!.Value));
        Assert.Null(page.NextToken);
        Assert.Equal(jobId, page.JobId);
        Assert.Equal("faces:tag", page.JobTag);
        Assert.Equal("film.mp4", page.Video.S3Object.Name);
        Assert.Equal("h264", page.VideoMetadata.Codec);
        Assert.Equal(2000, page.VideoMetadata.DurationMillis);
        Assert.Equal(1080, page.VideoMetadata.FrameHeight);
        var face = page.Faces[0].Face;
        Assert.Equal(-0.1f, face.BoundingBox.Left);
        Assert.Equal(90, face.Confidence);
        Assert.Equal(3, face.Pose.Pitch);
    }

    [Fact(Timeout = 30_000)]
    public async Task Default_attributes_are_less_than_all()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        var all = RekognitionHarness.Request();
        all.FaceAttributes = FaceAttributes.ALL;

        var defaultJob = await rekognition.StartJobAsync();
        var allJob =
            (await rekognition.Client.StartFaceDetectionAsync(all, TestContext.Current.CancellationToken)).JobId;
        await rekognition.NextCompletionAsync();
        await rekognition.NextCompletionAsync();

        var less = (await rekognition.GetAsync(defaultJob)).Faces[0].Face;
        var more = (await rekognition.GetAsync(allJob)).Faces[0].Face;
        Assert.Equal(["eyeLeft"], less.Landmarks.Select(landmark => landmark.Type.Value));
        Assert.Null(less.EyesOpen);
        Assert.Equal(["eyeLeft", "leftPupil"], more.Landmarks.Select(landmark => landmark.Type.Value));
        Assert.True(more.EyesOpen.Value);
    }

    [Fact(Timeout = 30_000)]
    public async Task What_was_not_measured_is_absent_from_the_answer()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        var jobId = await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();

        var (_, page, _) = await rekognition.PostAsync("GetFaceDetection", $$"""{"JobId":"{{jobId}}"}""");

        Assert.Equal(
            ["BoundingBox", "Confidence", "Landmarks", "Pose"],
            page.GetProperty("Faces")[0].GetProperty("Face").EnumerateObject().Select(member => member.Name));
        Assert.False(page.TryGetProperty("StatusMessage", out _));
        Assert.False(page.GetProperty("VideoMetadata").TryGetProperty("ColorRange", out _));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(1)]
    [InlineData(700)]
    [InlineData(1000)]
    [InlineData(5000)]
    public async Task Pages_hold_every_face_once_and_none_holds_more_than_asked_for(int maxResults)
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Faces = maxResults == 1 ? [3, 0, 2] : [1100, 0, 1700];
        var jobId = await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();

        var faces = new List<FaceDetection>();
        string? next = null;
        do
        {
            var page = await rekognition.GetAsync(jobId, next, maxResults);
            Assert.InRange(page.Faces.Count, 1, Math.Min(maxResults, 1000));
            Assert.NotNull(page.VideoMetadata);
            faces.AddRange(page.Faces);
            next = page.NextToken;
        }
        while (next is not null);

        Assert.Equal(rekognition.Engine.Faces.Sum(), faces.Count);
        Assert.Equal(rekognition.Engine.Faces[0], faces.Count(face => face.Timestamp == 0));
        Assert.Equal(faces.OrderBy(face => face.Timestamp)
            .Select(face => face.Timestamp), faces.Select(face => face.Timestamp));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_video_without_a_face_is_one_empty_page()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Faces = [0, 0];
        var jobId = await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();

        var page = await rekognition.GetAsync(jobId);

        Assert.Equal(VideoJobStatus.SUCCEEDED, page.JobStatus);
        Assert.Empty(page.Faces ?? []);
        Assert.Null(page.NextToken);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_page_token_of_another_job_or_a_made_up_one_is_refused()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        var one = await rekognition.StartJobAsync();
        var other = await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();
        await rekognition.NextCompletionAsync();
        var token = (await rekognition.GetAsync(one, maxResults: 1)).NextToken;
        var bent = token.ToCharArray();
        bent[10] = bent[10] == 'A' ? 'B' : 'A';

        foreach (var (jobId, wrong) in new[] { (other, token), (one, new string(bent)), (one, "made-up"),
            (one, token[..^4]) })
        {
            await Assert.ThrowsAsync<InvalidPaginationTokenException>(() => rekognition.GetAsync(jobId, wrong));
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task A_page_token_lives_for_a_day_restarts_included()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        var jobId = await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();
        var token = (await rekognition.GetAsync(jobId, maxResults: 1)).NextToken;
        await rekognition.StopAsync();
        await rekognition.StartAsync();

        rekognition.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(3, (await rekognition.GetAsync(jobId, token)).Faces.Count);
        rekognition.Time.Advance(TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<InvalidPaginationTokenException>(() => rekognition.GetAsync(jobId, token));
    }

    [Fact(Timeout = 30_000)]
    public async Task An_unknown_job_is_not_found()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => rekognition.GetAsync("nothing"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Results_are_kept_for_seven_days()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();
        var jobId = await rekognition.StartJobAsync();
        await rekognition.NextCompletionAsync();

        rekognition.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMilliseconds(1));
        await rekognition.GetAsync(jobId);
        rekognition.Time.Advance(TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => rekognition.GetAsync(jobId));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("""{}""", "'jobId'")]
    [InlineData("""{"JobId":"a b"}""", "'jobId'")]
    [InlineData("""{"JobId":"a","MaxResults":0}""", "'maxResults'")]
    public async Task A_violated_constraint_is_a_validation_error_that_names_the_member(string body, string named)
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var (status, error, _) = await rekognition.PostAsync("GetFaceDetection", body);

        Assert.Equal(400, status);
        Assert.Equal("ValidationException", error.GetProperty("__type").GetString());
        Assert.Contains(named, error.GetProperty("Message").GetString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_page_token_that_is_too_long_is_a_validation_error()
    {
        await using var rekognition = await RekognitionHarness.StartedAsync();

        var error = await Assert.ThrowsAsync<AmazonRekognitionException>(() =>
            rekognition.GetAsync("job", new string('x', 256)));

        Assert.Equal("ValidationException", error.ErrorCode);
    }
}
