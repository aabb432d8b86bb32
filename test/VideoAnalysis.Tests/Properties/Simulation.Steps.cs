using VideoAnalysis.Backfilling;
using VideoAnalysis.Backlog;
using VideoAnalysis.Collecting;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Faults;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Tests.Properties;

/// <summary>What can happen, one step at a time.</summary>
internal sealed partial class Simulation
{
    private Delivery? Prepare(Step step)
    {
        switch (step.Kind)
        {
            case StepKind.Upload:
                Upload(step.Choice % Contents.Length);
                return null;
            case StepKind.DeliverEvent when _uploads.Count > 0:
                return EventOf(_uploads[step.Choice % _uploads.Count]);
            case StepKind.FinishJob when _outside.Engine.Running is { Count: > 0 } running:
                Finish(running[step.Choice % running.Count]);
                return null;
            case StepKind.DeliverCompletion when _completions.Count > 0:
                return Collection(_completions[step.Choice % _completions.Count]);
            case StepKind.Continue when _outside.Continuation.Waiting.TryDequeue(out var completion):
                return Collection(completion) with { Return = () => _outside.Continuation.Waiting.Enqueue(completion) };
            case StepKind.Drain when _outside.Backlog.Entries.Count > 0:
                return Draining(TakeEntry(step.Choice), staysToo: step.Choice % 3 == 0);
            case StepKind.Reconcile:
                _outside.Clock.Advance(TimeSpan.FromHours(1));
                return Reconciliation();
            case StepKind.Remove:
                return new(process =>
                    process.Remover.RemoveAsync(Key, CancellationToken.None), model => model.Remove());
            case StepKind.Backfill:
                Backfill((BackfillScope)(step.Choice % 4));
                return null;
            case StepKind.ChangeRoom:
                _outside.Engine.JobLimit = step.Choice % 3;
                return null;
            case StepKind.ChangeHurry:
                _handOverAt = step.Choice % 2 == 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
                return null;
            case StepKind.ExpireTokens:
                _outside.Engine.TokensExpired = true;
                return null;
            default:
                return null;
        }
    }

    private void Upload(int content)
    {
        var upload = new Upload
        {
            Video = new("videos", Key),
            Sequencer = new Sequencer($"{_uploads.Count + 1:X8}"),
            ETag = $"content{content}",
            EventTime = Some.Noon + (_uploads.Count * _pause),
        };
        _uploads.Add(upload);
        _undelivered.Add(upload);
        _outside.Catalog.Uploads.Clear();
        _outside.Catalog.Uploads.Add(upload with { Sequencer = null, EventTime = ToSecond(upload.EventTime) });
    }

    private Delivery EventOf(Upload upload)
    {
        _undelivered.Remove(upload);
        return new(
            process => process.Starter.StartAsync(upload, CancellationToken.None),
            model => model.Know(IdentityOf(upload)),
            () => _undelivered.Add(upload));
    }

    private void Finish(string jobId)
    {
        var request = _outside.Engine.RequestOf(jobId);
        if (Contents[ContentOf(request.Upload)] is { } count)
        {
            _outside.Engine.Succeed(jobId, SimpleFaces.Of(count));
        }
        else
        {
            _outside.Engine.Fail(jobId, "Unsupported codec/format");
        }

        _completions.Add(new(request.Upload.Video, request.Tag, jobId));
    }

    private Delivery Collection(Completion completion)
    {
        var handOverAt = _handOverAt;
        return new(process => process.Collector.CollectAsync(completion, handOverAt, CancellationToken.None));
    }

    private static Delivery Reconciliation() =>
        new(process => process.Reconciler.RunAsync(DateTimeOffset.MaxValue, CancellationToken.None));

    private BacklogEntry TakeEntry(int choice)
    {
        var entries = _outside.Backlog.TakeAll();
        var taken = choice % entries.Count;
        for (var i = 0; i < entries.Count; i++)
        {
            if (i != taken)
            {
                AddEntry(entries[i]);
            }
        }

        return entries[taken];
    }

    private Delivery Draining(BacklogEntry entry, bool staysToo)
    {
        if (staysToo)
        {
            AddEntry(entry);
        }

        return new(
            process => process.Drainer.DrainAsync(entry, CancellationToken.None),
            model => model.Know(IdentityOf(entry.Upload)),
            () => AddEntry(entry));
    }

    private void AddEntry(BacklogEntry entry) =>
        Wait(_outside.Backlog.AddAsync(entry, TimeSpan.Zero, CancellationToken.None)
            .ContinueWith(_ => true, TaskScheduler.Default));

    /// <summary>Nothing of it runs at the same time as something else: it works on threads of its own.</summary>
    private void Backfill(BackfillScope scope)
    {
        var process = new DomainProcess(new FaultPlan(), _outside);
        Wait(Task.Run(() => process.Backfiller.RunAsync(
            new() { Scope = scope }, DateTimeOffset.MaxValue, CancellationToken.None)));
    }
}
