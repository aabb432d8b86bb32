using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Sqs;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Samples;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Tests.Events;

/// <summary>Every sample event goes through the Lambda serializer to its function, and has its effect.</summary>
public sealed partial class SampleEventTests : IDisposable
{
    private const string Sample = "astronaut.mp4";
    private readonly EventSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public void Every_function_has_an_event_and_every_event_is_delivered_by_a_test_and_listed_in_the_guide()
    {
        var files = Directory.GetFiles(RepositoryFile.Path("events"), "*.json").Select(Path.GetFileName);
        var tested = typeof(SampleEventTests)
            .GetMethods().Select(method => method.GetCustomAttribute<EventAttribute>()).OfType<EventAttribute>()
            .Select(claim => (claim.File, claim.Function))
            .Concat(OtherAnalyses.Select(name => name.Data)
                .Select(name => (File: FileOf(name), Function: "CollectResults")))
            .ToList();
        var listed = GuideRow().Matches(File.ReadAllText(RepositoryFile.Path("events", "README.md")))
            .Select(row => (row.Groups["file"].Value, row.Groups["function"].Value));

        Assert.Equal(files.Order(), tested.Select(claim => claim.File).Order());
        Assert.Equal(tested.Order(), listed.Order());
        Assert.Equal(EventSystem.Functions.Order(), tested.Select(claim => claim.Function).Distinct().Order());
    }

    [Fact, Event("CollectResults", "sns-succeeded.json")]
    public async Task A_completion_has_the_results_stored()
    {
        await StartSampleAsync();
        _system.Engine.Detections = Some.Faces(3);

        await DeliverAsync();

        Assert.Equal((JobStatus.Succeeded, 3L), await OutcomeAsync());
    }

    [Theory]
    [MemberData(nameof(OtherAnalyses))]
    public async Task A_completion_of_any_analysis_has_its_results_stored(string name)
    {
        // In the event is the token of this job, with the usual settings.
        var upload = await UploadedSampleAsync();
        await _system.Starter.StartAsync(upload, AnalysisOf(name), TestContext.Current.CancellationToken);
        var tag = (await _system.JobAsync(Sample, name))!.Tag.ToString();
        var sample = await File.ReadAllTextAsync(
            RepositoryFile.Path("events", FileOf(name)), TestContext.Current.CancellationToken);
        Assert.True(sample.Contains(tag, StringComparison.Ordinal), $"{FileOf(name)} needs the JobTag {tag}.");
        _system.Engine.Detections = AnalysisSamples.Find(name).Detections(30);

        await _system.DeliverAsync("CollectResults", FileOf(name));

        var job = await _system.JobAsync(Sample, name);
        Assert.Equal((JobStatus.Succeeded, 30L), (job!.Status, job.Summary!.Detections));
    }

    [Fact, Event("CollectResults", "sns-failed.json")]
    public async Task A_failure_has_its_reason_stored()
    {
        await StartSampleAsync();
        _system.Engine.FailsBecause = "The codec is not supported.";

        await DeliverAsync();

        var job = await _system.JobAsync(Sample);
        Assert.Equal(JobStatus.Failed, job!.Status);
        Assert.Contains("codec", job.Reason, StringComparison.Ordinal);
    }

    [Fact, Event("ContinueCollection", "sqs-continuation.json")]
    public async Task A_continuation_has_the_results_stored()
    {
        await StartSampleAsync();
        _system.Engine.Detections = Some.Faces(3);

        AssertNothingFailed(await DeliverAsync());

        Assert.Equal((JobStatus.Succeeded, 3L), await OutcomeAsync());
    }

    [Fact, Event("ContinueCollection", "sqs-completion-retry.json")]
    public async Task A_completion_that_failed_before_has_the_results_stored()
    {
        await StartSampleAsync();
        _system.Engine.Detections = Some.Faces(3);

        AssertNothingFailed(await DeliverAsync());

        Assert.Equal((JobStatus.Succeeded, 3L), await OutcomeAsync());
    }

    [Fact, Event("ContinueCollection", "sqs-completion-undelivered.json")]
    public async Task A_completion_that_sns_could_not_deliver_has_the_results_stored()
    {
        await StartSampleAsync();
        _system.Engine.Detections = Some.Faces(3);

        AssertNothingFailed(await DeliverAsync());

        Assert.Equal((JobStatus.Succeeded, 3L), await OutcomeAsync());
    }

    [Fact, Event("Reconcile", "schedule.json")]
    public async Task The_schedule_has_a_forgotten_job_collected()
    {
        await StartSampleAsync();
        _system.Clock.Advance(TimeSpan.FromHours(1));

        var report = Json(await DeliverAsync());

        Assert.Equal(1, report.GetProperty("Settled").GetInt32());
        Assert.Equal(JobStatus.Succeeded, (await _system.JobAsync(Sample))!.Status);
    }

    [Fact, Event("Backfill", "backfill.json")]
    public async Task A_backfill_queues_the_videos_below_its_prefix()
    {
        _system.Catalog.Uploads.AddRange([Some.Upload("films/old.mp4"), Some.Upload("other/old.mp4")]);

        var report = Json(await DeliverAsync());

        Assert.Equal(1, report.GetProperty("Queued").GetInt32());
        Assert.Equal(["films/old.mp4"], _system.Backlog.Entries.Select(waiting => waiting.Entry.Upload.Video.Key));
    }

    [Fact]
    public void The_sample_messages_are_what_the_system_itself_sends()
    {
        var backlog = BodyOf("sqs-backlog.json");
        var continuation = BodyOf("sqs-continuation.json");

        var entry = JsonSerializer.Deserialize(backlog, MessageJson.Default.BacklogMessage)!.ToEntry();
        var completion =
            JsonSerializer.Deserialize(continuation, MessageJson.Default.CompletionMessage)!.ToCompletion();

        Assert.Equal(backlog, JsonSerializer.Serialize(BacklogMessage.Of(entry), MessageJson.Default.BacklogMessage));
        Assert.Equal(continuation, JsonSerializer.Serialize(
            Rekognition.CompletionMessage.Of(completion), MessageJson.Default.CompletionMessage));
    }

    private static string BodyOf(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(RepositoryFile.Path("events", file)));
        return json.RootElement.GetProperty("Records")[0].GetProperty("body").GetString()!;
    }

    private static JsonElement Json(string answer) => JsonDocument.Parse(answer).RootElement;

    private static void AssertNothingFailed(string answer) =>
        Assert.Equal(0, Json(answer).GetProperty("batchItemFailures").GetArrayLength());

    private static (int Status, string Body) Answer(string answer)
    {
        var json = Json(answer);
        return (json.GetProperty("statusCode").GetInt32(),
            json.TryGetProperty("body", out var body) ? body.GetString()! : "");
    }

    /// <summary>All analyses but the first, of which most events are.</summary>
    public static TheoryData<string> OtherAnalyses =>
        [.. RekognitionAnalyses.All(new(_ => null)).Skip(1).Select(calls => calls.Analysis.Name)];

    private static Analysis AnalysisOf(string name) =>
        RekognitionAnalyses.All(new(_ => null)).Single(calls => calls.Analysis.Name == name).Analysis;

    private static string FileOf(string analysis) => $"sns-{analysis}.json";

    private async Task<Upload> UploadedSampleAsync()
    {
        await StartSampleAsync();
        return (await _system.JobAsync(Sample))!.Upload;
    }

    private async Task StartSampleAsync() => await _system.DeliverAsync("StartAnalysis", "s3-put.json");

    private async Task<(JobStatus Status, long Detections)> OutcomeAsync()
    {
        var job = await _system.JobAsync(Sample);
        return (job!.Status, job.Summary?.Detections ?? 0);
    }

    /// <summary>Delivers the event of the test that calls it.</summary>
    private Task<string> DeliverAsync([CallerMemberName] string test = "")
    {
        var claim = typeof(SampleEventTests).GetMethod(test)!.GetCustomAttribute<EventAttribute>()!;
        return _system.DeliverAsync(claim.Function, claim.File);
    }

    [GeneratedRegex(@"^\| `(?<file>[^`]+\.json)` \| `(?<function>\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex GuideRow();
}
