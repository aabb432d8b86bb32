using System.Text.Json.Nodes;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Functions.Tests.Handlers;

public sealed class UploadEventTests : IDisposable
{
    private readonly FunctionHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("a b.mp4")]
    [InlineData("plus+and&.mp4")]
    [InlineData("100%.mp4")]
    [InlineData("100%25.mp4")]
    [InlineData("%2B.mp4")]
    [InlineData("#1, [x] (y).mp4")]
    [InlineData("코드/日本語 ünï.mp4")]
    [InlineData("🎬/👩‍🚀.MP4")]
    [InlineData("folder//..//film.MOV")]
    public async Task A_key_is_analysed_under_the_name_that_it_was_uploaded_under(string key)
    {
        await _host.StartAnalysisAsync(EventJsons.S3(EventJsons.S3Record(key)));

        Assert.Equal(key, (await _host.JobAsync(key))?.Upload.Video.Key);
    }

    [Theory]
    [InlineData("a+b.mp4", "a b.mp4")]
    [InlineData("a%20b.mp4", "a b.mp4")]
    [InlineData("a%2Bb.mp4", "a+b.mp4")]
    [InlineData("a%252Bb.mp4", "a%2Bb.mp4")]
    [InlineData("%EC%BD%94.mp4", "코.mp4")]
    [InlineData("50%.mp4", "50%.mp4")]
    public async Task A_key_is_decoded_once(string encoded, string key)
    {
        var record = EventJsons.S3Record(key);
        record["s3"]!["object"]!["key"] = encoded;

        await _host.StartAnalysisAsync(EventJsons.S3(record));

        Assert.NotNull(await _host.JobAsync(key));
    }

    [Fact]
    public async Task A_key_of_a_thousand_characters_is_analysed()
    {
        var key = new string('k', 996) + ".mp4";

        await _host.StartAnalysisAsync(EventJsons.S3(EventJsons.S3Record(key)));

        Assert.NotNull(await _host.JobAsync(key));
    }

    [Fact]
    public async Task The_upload_is_what_the_event_says()
    {
        var record = EventJsons.S3Record("film.mp4", sequencer: 26);
        record["s3"]!["object"]!["versionId"] = "v1";

        await _host.StartAnalysisAsync(EventJsons.S3(record));

        var upload = (await _host.JobAsync("film.mp4"))!.Upload;
        Assert.Equal(("v1", "000000000000001A", 1_000L), (upload.VersionId, $"{upload.Sequencer}", upload.Size));
        Assert.Equal(new(2026, 3, 1, 11, 59, 0, TimeSpan.Zero), upload.EventTime);
    }

    [Theory]
    [InlineData("ObjectCreated:Put", 1)]
    [InlineData("ObjectCreated:Copy", 1)]
    [InlineData("ObjectCreated:CompleteMultipartUpload", 1)]
    [InlineData("s3:ObjectCreated:Post", 1)]
    [InlineData("ObjectRemoved:Delete", 0)]
    [InlineData("ObjectRestore:Completed", 0)]
    [InlineData("ObjectTagging:Put", 0)]
    public async Task Only_a_created_object_starts_a_job(string eventName, int jobs)
    {
        await _host.StartAnalysisAsync(EventJsons.S3(EventJsons.S3Record("film.mp4", eventName: eventName)));

        Assert.Equal(jobs, _host.Engine.JobsStarted);
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("film.mp4.part")]
    [InlineData("mp4")]
    [InlineData("folder.mp4/")]
    public async Task What_is_no_video_by_its_name_is_ignored_and_logged(string key)
    {
        await _host.StartAnalysisAsync(EventJsons.S3(EventJsons.S3Record(key)));

        Assert.Equal(0, _host.Engine.JobsStarted);
        Assert.Equal($"s3://videos/{key}", (string?)Assert.Single(_host.Log)["Video"]);
    }


    [Fact]
    public async Task A_record_that_cannot_be_read_fails_alone()
    {
        var bad = EventJsons.S3Record("bad.mp4");
        bad["s3"] = "nonsense";

        var failure = await Assert.ThrowsAsync<AggregateException>(() => _host.StartAnalysisAsync(
            EventJsons.S3(bad, EventJsons.S3Record("good.mp4"), JsonValue.Create(7))));

        Assert.Equal(2, failure.InnerExceptions.Count);
        Assert.Equal(JobStatus.InProgress, (await _host.JobAsync("good.mp4"))?.Status);
    }

    /// <summary>The time of the events that the Lambda console and <c>sam local generate-event</c> make.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_time_before_there_was_S3_counts_as_now(bool hasSequencer)
    {
        await _host.StartAnalysisAsync(EventJsons.S3(EventJsons.S3Record("film.mp4", sequencer: 2)));
        var record = EventJsons.S3Record("film.mp4", sequencer: 3);
        record["eventTime"] = "1970-01-01T00:00:00.000Z";
        if (!hasSequencer)
        {
            record["s3"]!["object"]!.AsObject().Remove("sequencer");
        }

        await _host.StartAnalysisAsync(EventJsons.S3(record));

        Assert.Equal(2, _host.Engine.JobsStarted);
        Assert.Equal(_host.Clock.GetUtcNow(), (await _host.JobAsync("film.mp4"))!.Upload.EventTime);
    }

    [Fact]
    public async Task Sequencers_decide_whatever_such_a_time_counts_as()
    {
        await _host.StartAnalysisAsync(EventJsons.S3(EventJsons.S3Record("film.mp4", sequencer: 2)));
        var record = EventJsons.S3Record("film.mp4", sequencer: 1);
        record["eventTime"] = "1970-01-01T00:00:00.000Z";

        var json = EventJsons.S3(record);

        await _host.StartAnalysisAsync(json);
        await _host.StartAnalysisAsync(json);

        Assert.Equal(1, _host.Engine.JobsStarted);
    }

    [Fact]
    public async Task A_record_that_says_not_what_happened_fails()
    {
        var record = EventJsons.S3Record("film.mp4");
        record.Remove("eventName");

        await Assert.ThrowsAsync<AggregateException>(() => _host.StartAnalysisAsync(EventJsons.S3(record)));
    }

    [Fact]
    public async Task A_record_without_a_time_is_refused()
    {
        var record = EventJsons.S3Record("film.mp4");
        record.Remove("eventTime");

        await Assert.ThrowsAsync<AggregateException>(() => _host.StartAnalysisAsync(EventJsons.S3(record)));
    }
}
