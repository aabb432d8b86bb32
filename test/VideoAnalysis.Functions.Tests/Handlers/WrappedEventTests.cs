using VideoAnalysis.Jobs;

namespace VideoAnalysis.Functions.Tests.Handlers;

/// <summary>
/// An upload starts its analysis, whichever way a bucket's owner has wired its notifications; or it fails.
/// </summary>
public sealed class WrappedEventTests : IDisposable
{
    private const string Key = "ünï +#1 100%.mp4";

    private static readonly string[] Layers = ["SNS for a function", "SNS for a queue", "SQS"];

    private readonly FunctionHost _host = new();

    /// <summary>
    /// Every wrapping of up to three layers that ends in a function's event or in the body of a message.
    /// </summary>
    public static TheoryData<string> Wrappings =>
        [.. Enumerable.Range(0, 4).SelectMany(Chains).Select(chain => string.Join(" in ", chain))];

    public void Dispose() => _host.Dispose();

    [Theory]
    [MemberData(nameof(Wrappings))]
    public async Task A_wrapped_upload_is_started_by_StartAnalysis(string wrapping)
    {
        await _host.StartAnalysisAsync(Wrapped(wrapping));

        Assert.Equal(JobStatus.InProgress, (await _host.JobAsync(Key))?.Status);
        Assert.Equal("0000000000000001", $"{(await _host.JobAsync(Key))!.Upload.Sequencer}");
    }

    [Theory]
    [MemberData(nameof(Wrappings))]
    public async Task A_wrapped_upload_is_started_by_StartQueued(string wrapping)
    {
        Assert.Empty((await _host.StartQueuedAsync(EventJsons.Sqs(Wrapped(wrapping)))).BatchItemFailures);

        Assert.Equal(JobStatus.InProgress, (await _host.JobAsync(Key))?.Status);
    }

    [Fact]
    public async Task The_upload_is_what_the_event_on_EventBridge_says()
    {
        var created = EventJsons.Bridge(Key);
        created["detail"]!["object"]!["version-id"] = "v1";

        await _host.StartAnalysisAsync(created.ToJsonString());

        var upload = (await _host.JobAsync(Key))!.Upload;
        Assert.Equal(("v1", "0123", 5L), (upload.VersionId, upload.ETag, upload.Size));
        Assert.Equal(new(2026, 3, 1, 11, 59, 0, TimeSpan.Zero), upload.EventTime);
    }

    [Fact]
    public async Task The_same_upload_is_started_once_whichever_ways_it_is_told_of()
    {
        foreach (var wrapping in Wrappings)
        {
            await _host.StartAnalysisAsync(Wrapped(wrapping.Data));
        }

        Assert.Equal(1, _host.Engine.JobsStarted);
    }

    [Theory]
    [InlineData("Object Deleted")]
    [InlineData("Object Tags Added")]
    [InlineData("Object Restore Completed")]
    public async Task Other_events_of_S3_on_EventBridge_start_nothing(string detailType)
    {
        var happened = EventJsons.Bridge(Key);
        happened["detail-type"] = detailType;

        await _host.StartAnalysisAsync(happened.ToJsonString());

        Assert.Equal(0, _host.Engine.JobsStarted);
        Assert.Equal(detailType, (string?)Assert.Single(_host.Log)["EventName"]);
    }

    [Theory]
    [InlineData("event")]
    [InlineData("event in SNS for a function")]
    [InlineData("event in SNS for a queue in SQS")]
    public async Task A_test_event_is_quiet(string wrapping)
    {
        const string Test =
            """{"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-03-01T12:00:00.000Z","Bucket":"videos"}""";

        await _host.StartAnalysisAsync(Wrap(Test, wrapping.Split(" in ").Skip(1)));

        Assert.Equal(0, _host.Engine.JobsStarted);
        Assert.All(_host.Log, line => Assert.Equal("INFO", (string?)line["level"]));
    }

    [Theory]
    [InlineData("{}", "an empty object")]
    [InlineData("""{"Records":[]}""", "an object of Records")]
    [InlineData("""{"Records":null}""", "an object of Records")]
    [InlineData("null", "empty")]
    [InlineData("[]", "a list")]
    [InlineData("7", "a single value")]
    [InlineData(""" "\ud800" """, "a text that is no JSON")]
    [InlineData("""{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification"}""", "aws.ec2")]
    [InlineData("""{"version":"0","bucket":{},"object":{}}""", "version, bucket, object")]
    [InlineData("""{"Records":[{"eventSource":"aws:kinesis","kinesis":{}}]}""", "eventSource \"aws:kinesis\", kinesis")]
    [InlineData("""{"Records":[{"EventSource":"aws:sns","Sns":{"Message":"hello"}}]}""", "a text that is no JSON")]
    [InlineData("""{"Records":[{"eventSource":"aws:sqs","body":"{\"hello\":1}"}]}""", "an object of hello")]
    public async Task What_is_not_understood_fails_and_says_what_came(string json, string what)
    {
        var failure = await Assert.ThrowsAsync<AggregateException>(() => _host.StartAnalysisAsync(json));
        var queued = await _host.StartQueuedAsync(EventJsons.Sqs(json));

        Assert.Contains(what, failure.Message, StringComparison.Ordinal);
        Assert.Single(queued.BatchItemFailures);
        Assert.Contains(what, (string?)_host.Log[^1]["exception"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_message_that_is_not_understood_leaves_the_others_alone()
    {
        var topic = EventJsons.Sns(EventJsons.SnsRecord("hello"), EventJsons.SnsRecord(Wrapped("S3")));

        await Assert.ThrowsAsync<AggregateException>(() => _host.StartAnalysisAsync(topic));

        Assert.Equal(JobStatus.InProgress, (await _host.JobAsync(Key))?.Status);
    }

    private static IEnumerable<string[]> Chains(int layers) => layers == 0
        ? [["S3"], ["EventBridge"]]
        : Chains(layers - 1).SelectMany(
            _ => Layers, (chain, layer) => chain.Append(layer).ToArray());

    private static string Wrapped(string wrapping)
    {
        var layers = wrapping.Split(" in ");
        var inside =
            layers[0] == "S3" ? EventJsons.S3(EventJsons.S3Record(Key)) : EventJsons.Bridge(Key).ToJsonString();
        return Wrap(inside, layers.Skip(1));
    }

    private static string Wrap(string inside, IEnumerable<string> layers) =>
        layers.Aggregate(inside, (content, layer) => layer switch
        {
            "SNS for a function" => EventJsons.Sns(EventJsons.SnsRecord(content)),
            "SNS for a queue" => EventJsons.Notification(content).ToJsonString(),
            "SQS" => EventJsons.Sqs(content),
            _ => throw new ArgumentException(layer, nameof(layers)),
        });
}
