using VideoAnalysis.Announcing;
using VideoAnalysis.Backfilling;
using VideoAnalysis.Collecting;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Testing.Faults;

/// <summary>
/// Delivers messages to a process as AWS would: again and again while the delivery fails, to a new process when the
/// one before it died.
/// </summary>
public sealed class FaultWorld(Outside outside, FaultPlan plan, Redelivery redelivery)
{
    /// <summary>Beyond this something goes round in circles.</summary>
    private const int MostRounds = 12;

    private readonly List<Delivery> _deadLetters = [];
    private readonly HashSet<string> _keys = [];
    private readonly IResultStore _reader = new DomainProcess(new FaultPlan(), outside).Store;
    private readonly Announced _announced =
        new(outside.Announcements, new DomainProcess(new FaultPlan(), outside).Store);
    private DomainProcess? _process;

    public IFaultStore Store => outside.Store;

    public FakeEngine Engine => outside.Engine;

    public FakeBacklog Backlog => outside.Backlog;

    public FakeContinuation Continuation => outside.Continuation;

    public FakeCatalog Catalog => outside.Catalog;

    /// <summary>The object keys that were uploaded.</summary>
    public IReadOnlyCollection<string> Keys => _keys;

    /// <summary>
    /// What the engine finds in an upload: so many detections of the analysis, or null when it fails on it.
    /// </summary>
    public Func<Upload, string, int?> FoundIn { get; set; } = (_, _) => 10;

    /// <summary>
    /// The analysis whose jobs never complete: after days the engine has forgotten them. Null for none.
    /// </summary>
    public string? NeverCompletes { get; set; }

    /// <summary>The completion messages under way.</summary>
    public Queue<Completion> Completions { get; } = new();

    /// <summary>When a collection has to hand over; never by default.</summary>
    public DateTimeOffset HandOverAt { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>S3's event of an upload.</summary>
    public Task UploadAsync(Upload upload)
    {
        _keys.Add(upload.Video.Key);
        return DeliverAsync(new(
            process => process.Starter.StartAsync(upload, CancellationToken.None),
            () => IsKnownAsync(upload)));
    }

    /// <summary>Lets every running job end, and sends their completion messages.</summary>
    public void FinishJobs()
    {
        foreach (var jobId in Engine.Running)
        {
            var request = Engine.RequestOf(jobId);
            if (request.Analysis.Name == NeverCompletes)
            {
                Engine.Forget(jobId);
                continue;
            }

            if (FoundIn(request.Upload, request.Analysis.Name) is { } count)
            {
                Engine.Succeed(jobId, SampleDetections.Of(request.Analysis.Name, count));
            }
            else
            {
                Engine.Fail(jobId, "Unsupported codec/format");
            }

            Completions.Enqueue(new(request.Upload.Video, request.Tag, jobId));
        }
    }

    /// <summary>Delivers the completion messages under way.</summary>
    public async Task DeliverCompletionsAsync()
    {
        while (Completions.TryDequeue(out var completion))
        {
            await CollectAsync(completion);
        }
    }

    /// <summary>Delivers a completion.</summary>
    public Task CollectAsync(Completion completion) => DeliverAsync(new(
        process => process.Collector.CollectAsync(completion, HandOverAt, CancellationToken.None)));

    /// <summary>Delivers a continuation, if one waits.</summary>
    public async Task<bool> ContinueAsync()
    {
        if (!Continuation.Waiting.TryDequeue(out var completion))
        {
            return false;
        }

        await CollectAsync(completion);
        return true;
    }

    /// <summary>Delivers what waits in the backlog now.</summary>
    public async Task DrainAsync()
    {
        foreach (var entry in Backlog.TakeAll())
        {
            await DeliverAsync(new(
                process => process.Drainer.DrainAsync(entry, CancellationToken.None),
                () => IsKnownAsync(entry.Upload)));
        }
    }

    /// <summary>Somebody removes a video's results, and asks again when that fails.</summary>
    public async Task RemoveAsync(string key)
    {
        // Who wants it gone sees to it that it is known first.
        await RedriveAsync();
        await DeliverAsync(
            new(process => process.Remover.RemoveAsync(key, CancellationToken.None), IsRepeatedByCaller: true));
    }

    /// <summary>Somebody backfills, and asks again when that fails.</summary>
    public Task BackfillAsync(BackfillScope scope) => DeliverAsync(new(
        process =>
            process.Backfiller.RunAsync(new() { Scope = scope }, DateTimeOffset.MaxValue, CancellationToken.None),
        IsRepeatedByCaller: true));

    /// <summary>The schedule's run; when it fails, the next one comes anyway.</summary>
    public Task ReconcileAsync() => DeliverAsync(new(
        process => process.Reconciler.RunAsync(DateTimeOffset.MaxValue, CancellationToken.None)));

    /// <summary>
    /// Delivers whatever waits, and lets time pass with its scheduled runs, until nothing is left to do.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is always something left to do.</exception>
    public async Task SettleAsync()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            await DeliverEverythingAsync();
            if (round > 0 && await IsSettledAsync())
            {
                return;
            }

            outside.Clock.Advance(TimeSpan.FromHours(3));
            await ReconcileAsync();
        }

        throw new InvalidOperationException($"It does not settle. {await EndState.OfAsync(this)}");
    }

    /// <summary>The jobs of a key, read past every fault.</summary>
    public Task<IReadOnlyList<AnalysisJob>> FindJobsAsync(string key) =>
        _reader.FindJobsAsync(key, CancellationToken.None);

    /// <summary>
    /// What is wrong with the announcements; nothing, if each end was announced, and none before it could be read.
    /// </summary>
    public async Task<IReadOnlyList<string>> FindAnnouncementProblemsAsync()
    {
        var ended = Store.Ended.ToList();
        foreach (var key in _keys)
        {
            ended.AddRange(
                (await FindJobsAsync(key)).Where(job => job.IsFinished).Select(job => new Announcement(job)));
        }

        return [.. _announced.Problems(ended)];
    }

    private async Task DeliverEverythingAsync()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            FinishJobs();
            await DeliverCompletionsAsync();
            while (await ContinueAsync())
            {
            }

            await DrainAsync();
            await RedriveAsync();
            if (Completions.Count + Continuation.Waiting.Count + Backlog.Entries.Count + _deadLetters.Count +
                Engine.Running.Count == 0)
            {
                return;
            }
        }

        throw new InvalidOperationException("There are always more messages.");
    }

    private async Task<bool> IsSettledAsync()
    {
        foreach (var key in _keys)
        {
            if ((await FindJobsAsync(key)).Any(job => !job.IsFinished || job.DueAt is not null))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> IsKnownAsync(Upload upload)
    {
        var jobs = await FindJobsAsync(upload.Video.Key);
        return outside.Analyses.OnUpload.All(analysis =>
            jobs.Any(job => job.Analysis == analysis.Name && !upload.IsNewerThan(job.Upload)));
    }

    private async Task RedriveAsync()
    {
        var redriven = _deadLetters.ToList();
        _deadLetters.Clear();
        foreach (var delivery in redriven)
        {
            await DeliverAsync(delivery);
        }
    }

    private async Task DeliverAsync(Delivery delivery)
    {
        while (!await TryAsync(delivery.Work))
        {
            if (redelivery == Redelivery.AtOnce || delivery.IsRepeatedByCaller)
            {
                continue;
            }

            var isKnownAnyway = delivery.IsKnownAnyway is null || await delivery.IsKnownAnyway();
            if (redelivery == Redelivery.Redriven || !isKnownAnyway)
            {
                _deadLetters.Add(delivery);
            }

            return;
        }
    }

    /// <returns>False when a planned fault came in between.</returns>
    private async Task<bool> TryAsync(Func<DomainProcess, Task> work)
    {
        // Retries come a minute later or more; and nobody has to wait for the pauses between Start calls.
        outside.Clock.Advance(TimeSpan.FromMinutes(1));
        var process = _process ??= new(plan, outside);
        var struck = plan.Struck;
        var run = work(process);
        if (await Task.WhenAny(run, process.Life.Over) != run)
        {
            // Nothing is disposed of: a process that dies does not tidy up either.
            _process = null;
            return false;
        }

        try
        {
            await run;
            return true;
        }
        catch (Exception) when (plan.Struck > struck)
        {
            // What the planned fault has become on its way up.
            return false;
        }
    }

    /// <param name="Work">What the process does with the message.</param>
    /// <param name="IsKnownAnyway">
    /// Whether the table knows already what the message tells; null when it always does.
    /// </param>
    /// <param name="IsRepeatedByCaller">Whether somebody waits for the answer, and asks again.</param>
    private sealed record Delivery(
        Func<DomainProcess, Task> Work, Func<Task<bool>>? IsKnownAnyway = null, bool IsRepeatedByCaller = false);
}
