using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Collecting;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Faults;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Tests.Properties;

/// <summary>One key, everything that can happen to it, and what the model says of it.</summary>
internal sealed partial class Simulation
{
    private const string Key = "film.mp4";
    private const int MostRounds = 12;

    /// <summary>What is in a content: so many faces, or the engine fails on it.</summary>
    private static readonly int?[] Contents = [null, 7, 1_450, 2_300];

    private readonly Random _random;
    private readonly TimeSpan _pause;
    private readonly Outside _outside;
    private readonly Interleaver _interleaver;
    private readonly List<Upload> _uploads = [];
    private readonly HashSet<Upload> _undelivered = [];
    private readonly List<Completion> _completions = [];
    private HashSet<UploadsModel> _possible = [new()];
    private DateTimeOffset _handOverAt = DateTimeOffset.MaxValue;
    private AnalysisJob? _lastRead;

    /// <param name="seed">Decides whose turn it is.</param>
    /// <param name="killsInThousand">How many in a thousand calls to the outside are a process's last.</param>
    /// <param name="pause">Between two uploads.</param>
    public Simulation(int seed, int killsInThousand, TimeSpan pause)
    {
        _random = new(seed);
        _pause = pause;

        // Uploads are of Noon and after; nothing of them is heard of before it has happened.
        var clock = new FakeTimeProvider(Some.Noon.AddDays(1));
        _outside = new(new MemoryFaultStore(clock), clock, new(new FaceAnalysis(FaceAttributes.Default)));
        _outside.Engine.PageSize = 300;
        _outside.Engine.JobLimit = 2;
        _interleaver = new(_random, clock, killsInThousand);
    }

    /// <summary>Calls to the outside so far.</summary>
    public int Calls => _interleaver.Calls;

    /// <summary>Lets the steps happen at once: each in a process of its own.</summary>
    public void Play(IReadOnlyList<Step> steps)
    {
        var deliveries = steps.Select(Prepare).OfType<Delivery>().ToList();
        Deliver(deliveries);
        Check();
    }

    /// <summary>Delivers what is under way, lets time pass, and checks that everything is at rest.</summary>
    public void Settle()
    {
        foreach (var upload in _undelivered.OrderBy(_ => _random.Next()).ToList())
        {
            Deliver([EventOf(upload)]);
        }

        _outside.Engine.JobLimit = 2;
        for (var round = 0; round < MostRounds && (round == 0 || !IsAtRest()); round++)
        {
            DeliverWhatWaits();
            _outside.Clock.Advance(TimeSpan.FromHours(3));
            Deliver([Reconciliation()]);
        }

        Check();
        Assert.True(IsAtRest(), $"It does not settle: {FindJob()}");
        var job = FindJob();
        var chunks = Wait(_outside.Store.ChunksAsync(Key));
        Assert.All(chunks, chunk => Assert.StartsWith($"{job?.Tag} ", chunk));
        Assert.True(job?.Status == JobStatus.Succeeded || chunks.Count == 0, "Chunks without a result.");
        var started = _outside.Engine.Started.Select(start => IdentityOf(start.Upload)).ToList();
        Assert.Equal(started.Distinct(), started);
    }

    private void DeliverWhatWaits()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            foreach (var jobId in _outside.Engine.Running)
            {
                Finish(jobId);

                // Every other message is lost.
                if (_random.Next(2) == 0)
                {
                    Deliver([Collection(_completions[^1])]);
                }
            }

            while (_outside.Continuation.Waiting.TryDequeue(out var completion))
            {
                Deliver([Collection(completion)]);
            }

            foreach (var entry in _outside.Backlog.TakeAll())
            {
                Deliver([Draining(entry, staysToo: false)]);
            }
        }
    }

    /// <summary>
    /// Delivers at once, and follows the model: the messages count in any order, and those whose process died may have
    /// counted or not.
    /// </summary>
    private void Deliver(IReadOnlyList<Delivery> deliveries)
    {
        var all = deliveries.Select(delivery => (new DomainProcess(_interleaver, _outside), delivery.Work)).ToList();
        _interleaver.Run(all);
        var effects = new List<(Func<UploadsModel, UploadsModel> Effect, bool IsSure)>();
        foreach (var (delivery, (process, _)) in deliveries.Zip(all))
        {
            if (process.Life.IsOver)
            {
                delivery.Return?.Invoke();
            }

            if (delivery.Effect is { } effect)
            {
                effects.Add((effect, !process.Life.IsOver));
            }
        }

        _possible = [.. _possible.SelectMany(model => Outcomes(model, effects))];
    }

    private static IEnumerable<UploadsModel> Outcomes(
        UploadsModel model, List<(Func<UploadsModel, UploadsModel> Effect, bool IsSure)> effects)
    {
        if (effects.Count == 0)
        {
            yield return model;
        }

        for (var i = 0; i < effects.Count; i++)
        {
            var others = effects.Where((_, index) => index != i).ToList();
            UploadsModel[] after = effects[i].IsSure
                ? [effects[i].Effect(model)]
                : [effects[i].Effect(model), model];
            foreach (var outcome in after.SelectMany(each => Outcomes(each, others)))
            {
                yield return outcome;
            }
        }
    }

    /// <summary>The stored state is one of the possible ones, and what is read is what it says.</summary>
    private void Check()
    {
        var job = FindJob();
        var actual = new UploadsModel(job is null ? null : IdentityOf(job.Upload), job?.Status == JobStatus.Deleted);
        Assert.Contains(actual, _possible);
        _possible = [actual];
        if (job is not null && job == _lastRead)
        {
            return;
        }

        _lastRead = job;
        var (status, detections) = Read();
        Assert.Equal(actual.Last is null || actual.IsHidden ? null : job!.Status, status);
        var expected = status == JobStatus.Succeeded ? SimpleFaces.Of(Contents[ContentOf(job!.Upload)] ?? -1) : [];
        Assert.Equal(expected.Count, detections.Count);
        Assert.Equal(expected, detections.Select(detection => detection with { Appearance = null }));

        // One face that never moves.
        Assert.All(detections, detection => Assert.Equal(0, detection.Appearance));
    }

    private (JobStatus? Status, IReadOnlyList<Detection> Detections) Read()
    {
        JobStatus? status = null;
        var detections = new List<Detection>();
        var process = new DomainProcess(new FaultPlan(), _outside);
        var query = new DetectionQuery { Analysis = process.Analyses.Default };
        do
        {
            var page = Wait(process.Reader.ReadAsync(Key, query, CancellationToken.None));
            status = page?.Overview.Status;
            detections.AddRange(page?.ReadDetections() ?? []);
            query = query with { Position = page?.Next };
        }
        while (query.Position is not null);

        return (status, detections);
    }

    private bool IsAtRest() =>
        FindJob() is null or { IsFinished: true, DueAt: null, Garbage.Count: 0, Checkpoint: null } &&
        _outside.Engine.Running.Count + _outside.Backlog.Entries.Count + _outside.Continuation.Waiting.Count == 0;

    private AnalysisJob? FindJob()
    {
        var process = new DomainProcess(new FaultPlan(), _outside);
        return Wait(process.Store.FindJobAsync(Key, process.Analyses.Default.Name, CancellationToken.None));
    }

    /// <summary>A listed upload is known by its second, which it has for itself.</summary>
    private UploadAttempt IdentityOf(Upload upload) => new(
        _uploads.FindIndex(each => upload.Sequencer is null
            ? ToSecond(each.EventTime) == upload.EventTime
            : each.Sequencer == upload.Sequencer),
        upload.Attempt);

    private static int ContentOf(Upload upload) => upload.ETag![^1] - '0';

    private static DateTimeOffset ToSecond(DateTimeOffset time) =>
        time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>What is waited for here runs on other threads, or is done already.</summary>
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
