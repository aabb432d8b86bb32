using VideoAnalysis.Functions.Tests.Api;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Events;

public sealed partial class SampleEventTests
{
    [Fact, Event("GetResults", "api-list.json")]
    public async Task A_list_names_the_videos()
    {
        await StartSampleAsync();

        var (status, body) = Answer(await DeliverAsync());

        Assert.Equal(200, status);
        Assert.Contains(Sample, body, StringComparison.Ordinal);
    }

    [Fact, Event("GetResults", "api-get.json")]
    public async Task A_get_with_every_parameter_is_answered()
    {
        await StartSampleAsync();

        var (status, body) = Answer(await DeliverAsync());

        Assert.Equal(200, status);
        Assert.Contains("IN_PROGRESS", body, StringComparison.Ordinal);
    }

    [Fact, Event("GetResults", "api-get-by-query.json")]
    public async Task A_get_may_name_the_video_in_the_query()
    {
        await StartSampleAsync();

        var (status, body) = Answer(await DeliverAsync());

        Assert.Equal(200, status);
        Assert.Contains(Sample, body, StringComparison.Ordinal);
    }

    [Fact, Event("GetResults", "api-get-unicode-key.json")]
    public async Task A_get_of_any_key_finds_what_was_uploaded_under_it()
    {
        await _system.DeliverAsync("StartAnalysis", "s3-unicode-key.json");

        Assert.Equal(200, Answer(await DeliverAsync()).Status);
    }

    [Fact, Event("GetResults", "api-not-found.json")]
    public async Task An_unknown_video_is_not_found() =>
        Assert.Equal(404, Answer(await DeliverAsync()).Status);

    [Fact, Event("GetResults", "api-bad-query.json")]
    public async Task A_wrong_parameter_is_named()
    {
        var (status, body) = Answer(await DeliverAsync());

        Assert.Equal(400, status);
        Assert.Contains("\"from\"", body, StringComparison.Ordinal);
    }

    [Fact, Event("GetVideo", "api-video.json")]
    public async Task A_video_is_played_from_an_address_in_the_bucket()
    {
        var (status, body) = Answer(await DeliverAsync());

        Assert.Equal(200, status);
        Assert.Contains("/videos/astronaut.mp4?", body, StringComparison.Ordinal);
    }

    [Fact, Event("Upload", "api-upload.json")]
    public async Task An_upload_begins()
    {
        var (status, body) = Answer(await DeliverAsync());

        Assert.Equal(201, status);
        Assert.Contains($"\"uploadId\":\"{CannedS3.KnownUpload}\"", body, StringComparison.Ordinal);
    }

    [Fact, Event("GetPage", "api-page.json")]
    public async Task The_page_is_served()
    {
        var (status, body) = Answer(await DeliverAsync());

        Assert.Equal(200, status);
        Assert.StartsWith("<!doctype html>", body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact, Event("RequestAnalyses", "api-analyses.json")]
    public async Task A_request_starts_the_analysis_of_a_video_that_the_bucket_has()
    {
        _system.Catalog.Uploads.Add(Some.Upload("astronaut.mp4"));

        Assert.Equal(202, Answer(await DeliverAsync()).Status);

        Assert.Equal(JobStatus.InProgress, (await _system.JobAsync("astronaut.mp4"))!.Status);
    }

    [Fact, Event("ManagePersons", "api-persons.json")]
    public async Task Nobody_is_known_yet() => Assert.Equal((200, """{"persons":[]}"""), Answer(await DeliverAsync()));

    [Fact, Event("ManagePersons", "api-add-face.json")]
    public async Task A_face_is_made_known()
    {
        Assert.Equal(200, Answer(await DeliverAsync()).Status);

        Assert.Equal([new("Eileen Collins", 1)], await _system.Persons.ListAsync(
            TestContext.Current.CancellationToken));
    }

    [Fact, Event("ManagePersons", "api-forget-person.json")]
    public async Task A_person_is_forgotten()
    {
        await _system.DeliverAsync("ManagePersons", "api-add-face.json");

        Assert.Equal(204, Answer(await DeliverAsync()).Status);

        Assert.Empty(await _system.Persons.ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact, Event("DeleteResults", "api-delete.json")]
    public async Task A_delete_removes_the_results()
    {
        await _system.DeliverAsync("StartAnalysis", "s3-multipart.json");

        Assert.Equal(204, Answer(await DeliverAsync()).Status);

        Assert.Equal(JobStatus.Deleted, (await _system.JobAsync("films/premiere.mov"))!.Status);
    }
}
