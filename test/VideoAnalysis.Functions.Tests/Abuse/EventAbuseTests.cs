using System.Text.Json.Nodes;
using Amazon.Lambda.SQSEvents;
using CsCheck;
using VideoAnalysis.Functions.Tests.Handlers;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Functions.Tests.Abuse;

/// <summary>
/// Whatever is in a record or a message: the function succeeds, records a failure, or fails so that the record is
/// delivered again and at last goes to a dead-letter queue; and the good record beside it is done.
/// </summary>
/// <remarks>
/// Only what is no JSON at all, or nests deeper than 64 levels, fails as a whole. AWS writes the events, and what
/// others write is in them as text: keys, and the bodies of messages.
/// </remarks>
[Slow]
public sealed class EventAbuseTests
{
    private const int Events = 500;
    private const string Good = "good.mp4";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void S3_events() => JsonAbuse.Damage.Sample(
        damage =>
        {
            using var host = new FunctionHost();
            var bad = EventJsons.S3Record("bad.mp4");
            damage(bad);

            var json = Event(bad, EventJsons.S3Record(Good));
            var failure = Run(host.StartAnalysisAsync, json);

            Assert.True(IsTooDeep(json) || StatusOf(host) == JobStatus.InProgress, $"{failure}");
        },
        iter: Events);

    [Fact]
    public void Completion_messages() => JsonAbuse.Damage.Sample(
        damage =>
        {
            using var host = new FunctionHost();
            var good = host.FinishedJobAsync(Good, Some.Face(0)).GetAwaiter().GetResult();
            var message = JsonNode.Parse(host.FinishedJobAsync("bad.mp4").GetAwaiter().GetResult())!.AsObject();
            damage(message);

            var failure = Run(
                host.CollectResultsAsync,
                EventJsons.Sns(EventJsons.SnsRecord(JsonAbuse.Write(message)), EventJsons.SnsRecord(good)));

            Assert.True(failure is null or AggregateException, $"{failure}");
            Assert.Equal(JobStatus.Succeeded, StatusOf(host));
        },
        iter: Events);

    [Fact]
    public void Sns_events() => JsonAbuse.Damage.Sample(
        damage =>
        {
            using var host = new FunctionHost();
            var good = host.FinishedJobAsync(Good, Some.Face(0)).GetAwaiter().GetResult();
            var bad = EventJsons.SnsRecord("{}");
            damage(bad);

            var json = Event(bad, EventJsons.SnsRecord(good));
            var failure = Run(host.CollectResultsAsync, json);

            Assert.True(IsTooDeep(json) || StatusOf(host) == JobStatus.Succeeded, $"{failure}");
        },
        iter: Events);

    [Fact]
    public void Entries_of_the_backlog() => Gen.Select(JsonAbuse.Damage, Gen.Bool).Sample(
        (damage, isEvent) =>
        {
            using var host = new FunctionHost();
            var bad = isEvent
                ? JsonNode.Parse(EventJsons.S3(EventJsons.S3Record("bad.mp4")))!.AsObject()
                : EventJsons.Entry("bad.mp4");
            damage(bad);

            CheckBatch(host.StartQueuedAsync, JsonAbuse.Write(bad), EventJsons.Entry(Good).ToJsonString());

            Assert.Equal(JobStatus.InProgress, StatusOf(host));
        },
        iter: Events);

    [Fact]
    public void Continuations() => JsonAbuse.Damage.Sample(
        damage =>
        {
            using var host = new FunctionHost();
            var good = host.FinishedJobAsync(Good, Some.Face(0)).GetAwaiter().GetResult();
            var bad = JsonNode.Parse(host.FinishedJobAsync("bad.mp4").GetAwaiter().GetResult())!.AsObject();
            damage(bad);

            CheckBatch(host.ContinueCollectionAsync, JsonAbuse.Write(bad), good);

            Assert.Equal(JobStatus.Succeeded, StatusOf(host));
        },
        iter: Events);

    [Fact]
    public void Scheduled_runs_and_backfills() => JsonAbuse.Damage.Sample(
        damage =>
        {
            using var host = new FunctionHost();
            var run = new JsonObject { ["id"] = "1", ["time"] = "2026-03-01T12:00:00Z" };
            var backfill = new JsonObject { ["Prefix"] = "", ["Scope"] = "New", ["StartAfter"] = null };
            damage(run);
            damage(backfill);

            // Nobody is beside them: they may fail, but not hang.
            Run(host.ReconcileAsync, JsonAbuse.Write(run));
            Run(host.BackfillAsync, JsonAbuse.Write(backfill));
        },
        iter: Events);

    [Fact]
    public void Bodies_that_are_no_JSON() => Gen.String.Sample(
        text =>
        {
            using var host = new FunctionHost();

            CheckBatch(host.StartQueuedAsync, text, EventJsons.Entry(Good).ToJsonString());

            Assert.Equal(JobStatus.InProgress, StatusOf(host));
        },
        iter: Events);

    private static void CheckBatch(Func<string, Task<SQSBatchResponse>> function, string bad, string good)
    {
        var failed = new List<string>();
        var failure = Run(
            async json => failed.AddRange((await function(json)).BatchItemFailures.Select(each => each.ItemIdentifier)),
            EventJsons.Sqs(bad, good));

        Assert.Null(failure);
        Assert.True(failed is [] or ["m0"], string.Join(' ', failed));
    }

    /// <summary>Invokes as Lambda does: a failure is not the end of it, a hang is.</summary>
    private static Exception? Run(Func<string, Task> function, string json)
    {
        try
        {
            function(json).WaitAsync(Patience, TimeProvider.System).GetAwaiter().GetResult();
            return null;
        }
        catch (Exception exception) when (exception is not TimeoutException)
        {
            // Whatever it is, Lambda delivers the event again.
            return exception;
        }
    }

    private static string Event(JsonObject bad, JsonObject good) =>
        JsonAbuse.Write(new JsonObject { ["Records"] = new JsonArray(bad, good) });

    private static bool IsTooDeep(string json) => json.Contains(new string('[', 55), StringComparison.Ordinal);

    private static JobStatus? StatusOf(FunctionHost host) => host.JobAsync(Good).GetAwaiter().GetResult()?.Status;
}
