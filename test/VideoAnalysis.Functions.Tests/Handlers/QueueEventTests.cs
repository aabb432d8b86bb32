using System.Text.Json.Nodes;
using Amazon.Lambda.SQSEvents;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Handlers;

public sealed class QueueEventTests : IDisposable
{
    private readonly FunctionHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("""{"bucket":"videos","key":"","eventTime":"2026-03-01T11:59:00Z","analysis":"faces"}""")]
    [InlineData("""{"bucket":"videos","key":"a.mp4","eventTime":"2026-03-01T11:59:00Z","analysis":"smells"}""")]
    [InlineData("""{"bucket":"videos","key":"a.mp4","eventTime":"yesterday","analysis":"faces"}""")]
    [InlineData(
        """{"bucket":"videos","key":"a.mp4","sequencer":"zz","eventTime":"2026-03-01T11:59:00Z","analysis":"faces"}""")]
    [InlineData("""{"Records":[{"eventName":"ObjectCreated:Put"}]}""")]
    [InlineData("""{"Records":[null]}""")]
    [InlineData("""{"Records":7}""")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"TopicArn":"arn:aws:sns:us-east-1:123456789012:uploads","Message":"hello"}""")]
    public async Task Only_the_bad_message_of_a_batch_comes_back(string? body)
    {
        var answer = await _host.StartQueuedAsync(EventJsons.Sqs(body, EventJsons.Entry("good.mp4").ToJsonString()));

        Assert.Equal(["m0"], Failed(answer));
        Assert.Equal(JobStatus.InProgress, (await _host.JobAsync("good.mp4"))?.Status);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData(null)]
    [InlineData("""{"TopicArn":"x","Message":null}""")]
    [InlineData("""{"TopicArn":"x","Message":{}}""")]
    [InlineData("""{"Records":[{"Sns":{"Message":"{}"}}]}""")]
    [InlineData("""{"Records":[]}""")]
    public async Task So_does_only_the_bad_continuation(string? body)
    {
        var completion = await _host.FinishedJobAsync("good.mp4", Some.Face(0));

        var answer = await _host.ContinueCollectionAsync(EventJsons.Sqs(body, completion));

        Assert.Equal(["m0"], Failed(answer));
        Assert.Equal(JobStatus.Succeeded, (await _host.JobAsync("good.mp4"))?.Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"detail-type":"Object Created","source":"aws.s3","detail":{}}""")]
    public async Task An_event_that_is_none_of_SQSs_fails(string json)
    {
        await Assert.ThrowsAsync<FormatException>(() => _host.StartQueuedAsync(json));
        await Assert.ThrowsAsync<FormatException>(() => _host.ContinueCollectionAsync(json));
    }

    [Fact]
    public async Task When_all_is_well_nothing_comes_back()
    {
        var answer = await _host.StartQueuedAsync(EventJsons.Sqs(EventJsons.Entry("a.mp4").ToJsonString()));

        Assert.Empty(answer.BatchItemFailures);
    }

    /// <summary>
    /// An empty id brings the whole batch back (Lambda developer guide, "Report batch item failures").
    /// </summary>
    [Fact]
    public async Task A_message_that_has_no_id_to_report_brings_the_batch_back_after_the_good_ones_are_done()
    {
        var batch = JsonNode.Parse(EventJsons.Sqs("{}", EventJsons.Entry("good.mp4").ToJsonString()))!;
        batch["Records"]![0]!["messageId"] = new JsonObject();

        var answer = await _host.StartQueuedAsync(batch.ToJsonString());

        Assert.Equal([""], Failed(answer));
        Assert.Equal(JobStatus.InProgress, (await _host.JobAsync("good.mp4"))?.Status);
    }

    private static IEnumerable<string> Failed(SQSBatchResponse answer) =>
        answer.BatchItemFailures.Select(failure => failure.ItemIdentifier);
}
