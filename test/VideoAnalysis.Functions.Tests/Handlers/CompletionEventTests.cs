using System.Text.Json.Nodes;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Handlers;

public sealed class CompletionEventTests : IDisposable
{
    private readonly FunctionHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_completion_as_it_was_captured_has_the_results_stored()
    {
        await CollectAsync(message => { });

        Assert.Equal(JobStatus.Succeeded, (await _host.JobAsync("ünï #1.mp4"))?.Status);
    }

    /// <summary>The developer guide's sample differs from what Rekognition sends.</summary>
    [Fact]
    public async Task So_does_one_of_the_form_that_the_guide_shows()
    {
        await CollectAsync(message =>
        {
            message["API"] = "LABEL_DETECTION";
            message["Message"] = "something";
            message["JobStatus"] = new JsonObject { ["nested"] = new JsonArray(1, 2) };
        });

        Assert.Equal(JobStatus.Succeeded, (await _host.JobAsync("ünï #1.mp4"))?.Status);
    }

    [Theory]
    [InlineData("JobId")]
    [InlineData("Video")]
    public async Task One_that_lacks_what_is_needed_fails(string member)
    {
        await Assert.ThrowsAsync<AggregateException>(() => CollectAsync(message => message.Remove(member)));

        Assert.Equal(JobStatus.InProgress, (await _host.JobAsync("ünï #1.mp4"))?.Status);
    }

    [Theory]
    [InlineData("somebody-elses")]
    [InlineData("faces:not-a-token")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_job_of_another_system_on_the_same_topic_is_dropped_with_one_line_and_counted(string? tag)
    {
        var completion = JsonNode.Parse(await _host.FinishedJobAsync("film.mp4", Some.Face(0)))!;
        (completion["JobId"], completion["JobTag"]) = ("their-job", tag);
        var before = _host.Log.Count;

        await _host.CollectResultsAsync(EventJsons.Sns(EventJsons.SnsRecord(completion.ToJsonString())));

        var line = Assert.Single(_host.Log.Skip(before));
        Assert.Equal(("WARN", "their-job"), ((string?)line["level"], (string?)line["JobId"]));
        Assert.Equal(1, (int)Assert.Single(_host.Metrics, metrics => metrics["Foreign"] is not null)["Foreign"]!);
        Assert.Equal(JobStatus.InProgress, (await _host.JobAsync("film.mp4"))?.Status);
    }

    [Fact]
    public async Task Nor_does_it_come_back_to_a_queue()
    {
        var completion = JsonNode.Parse(await _host.FinishedJobAsync("film.mp4", Some.Face(0)))!;
        completion["JobTag"] = "somebody-elses";

        Assert.Empty(
            (await _host.ContinueCollectionAsync(EventJsons.Sqs(completion.ToJsonString()))).BatchItemFailures);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"detail-type":"Object Created","source":"aws.s3","detail":{}}""")]
    public async Task An_event_that_is_none_of_SNSs_fails(string json) =>
        await Assert.ThrowsAsync<FormatException>(() => _host.CollectResultsAsync(json));

    [Fact]
    public async Task A_bad_record_leaves_the_good_one_beside_it_alone()
    {
        var good = EventJsons.SnsRecord(await _host.FinishedJobAsync("good.mp4", Some.Face(0)));
        var bad = EventJsons.SnsRecord("{");
        var worse = EventJsons.SnsRecord("{}");
        worse["Sns"] = 1;

        await Assert.ThrowsAsync<AggregateException>(
            () => _host.CollectResultsAsync(EventJsons.Sns(bad, worse, null, good)));

        Assert.Equal(JobStatus.Succeeded, (await _host.JobAsync("good.mp4"))?.Status);
    }

    private async Task CollectAsync(Action<JsonObject> change)
    {
        var message = JsonNode.Parse(await _host.FinishedJobAsync("ünï #1.mp4", Some.Face(0)))!.AsObject();
        change(message);
        await _host.CollectResultsAsync(EventJsons.Sns(EventJsons.SnsRecord(message.ToJsonString())));
    }
}
