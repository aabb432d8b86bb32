using System.Text.Json.Nodes;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Functions.Tests.Handlers;

/// <summary>What the functions tell their operators.</summary>
public sealed class DiagnosticsTests : IDisposable
{
    private const string Key = "film.mp4";

    private readonly FunctionHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Every_line_about_a_job_names_the_video_the_analysis_the_job_and_the_invocation()
    {
        await AnalyseTwiceAsync();

        Assert.True(_host.Log.Count > 3);
        Assert.All(_host.Log, line =>
        {
            Assert.Equal("s3://videos/film.mp4", (string?)line["Video"]);
            Assert.Equal("faces", (string?)line["Analysis"]);
            Assert.Equal("job-1", (string?)line["JobId"]);
            Assert.Equal(FunctionHost.RequestId, (string?)line["RequestId"]);
            Assert.NotNull(line["timestamp"]);
            // The names that Lambda filters by.
            Assert.True((string?)line["level"] is "INFO" or "WARN" or "ERROR" or "FATAL");
            Assert.NotNull(line["message"]);
        });
    }

    [Fact]
    public async Task All_lines_about_a_job_have_one_trace_and_another_job_has_another()
    {
        await AnalyseTwiceAsync();
        var traces = _host.Log.Select(line => (string?)line["Trace"]).Distinct().ToList();
        var before = _host.Log.Count;
        await _host.FinishedJobAsync("other.mp4", Some.Face(0));

        Assert.Contains(_host.Log.Skip(before), line => (string?)line["Trace"] is { Length: 32 } trace
            && !traces.Contains(trace));
        Assert.Single(traces, trace => trace is not null);
    }

    [Fact]
    public async Task No_line_tells_what_was_seen()
    {
        await AnalyseTwiceAsync();

        Assert.All(_host.Log, line => Assert.DoesNotContain("87.125", line.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_is_logged_with_its_exception()
    {
        await _host.StartQueuedAsync(EventJsons.Sqs("{"));

        var line = Assert.Single(_host.Log);
        Assert.Equal(("ERROR", "m0"), ((string?)line["level"], (string?)line["MessageId"]));
        Assert.Contains("JsonReaderException", (string?)line["exception"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_no_proper_Unicode_spoils_no_line()
    {
        await _host.StartAnalysisAsync(EventJsons.S3(EventJsons.S3Record("\ud800\u0000\"\n.txt")));

        Assert.Single(_host.Log);
    }

    /// <summary>CloudWatch User Guide, "Embedded metric format specification".</summary>
    [Fact]
    public async Task Metrics_are_in_the_embedded_metric_format()
    {
        await AnalyseTwiceAsync();

        Assert.Equal(2, _host.Metrics.Count);
        Assert.All(_host.Metrics, line =>
        {
            Assert.Equal(_host.Clock.GetUtcNow().ToUnixTimeMilliseconds(), (long)line["_aws"]!["Timestamp"]!);
            var directive = Assert.Single(line["_aws"]!["CloudWatchMetrics"]!.AsArray())!;
            Assert.Equal("VideoAnalysis", (string?)directive["Namespace"]);
            Assert.Equal("""[["Analysis"]]""", directive["Dimensions"]!.ToJsonString());
            Assert.Equal("faces", (string?)line["Analysis"]);
            Assert.All(directive["Metrics"]!.AsArray(), metric =>
            {
                Assert.True((string?)metric!["Unit"] is "Count" or "Milliseconds");
                Assert.True(line[(string)metric["Name"]!] is JsonValue or JsonArray { Count: > 0 and <= 100 });
            });
        });
    }

    [Fact]
    public async Task Metrics_count_what_happened()
    {
        await AnalyseTwiceAsync();

        Assert.Equal((1, 1, 2), (Sum("Started"), Sum("Succeeded"), Sum("DetectionsStored")));
    }

    [Fact]
    public async Task A_failure_counts_no_success_so_that_an_alarm_has_both_to_compare()
    {
        _host.Engine.RefuseBecause = "Access denied.";

        await _host.StartAnalysisAsync(EventJsons.S3(EventJsons.S3Record(Key)));

        var line = Assert.Single(_host.Metrics);
        Assert.Equal((1, 0), ((int)line["Failed"]!, (int)line["Succeeded"]!));
    }

    private int Sum(string metric) => _host.Metrics.Sum(line => line[metric] is JsonValue value ? (int)value : 0);

    private async Task AnalyseTwiceAsync()
    {
        var completion = await _host.FinishedJobAsync(Key, Some.Face(0, 87.125f), Some.Face(500, 87.125f));
        await _host.StartAnalysisAsync(EventJsons.S3(EventJsons.S3Record(Key)));
        await _host.CollectResultsAsync(EventJsons.Sns(EventJsons.SnsRecord(completion)));
        await _host.CollectResultsAsync(EventJsons.Sns(EventJsons.SnsRecord(completion)));
    }
}
