using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;
using VideoAnalysis.Engine;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Collecting;

/// <summary>One run over the results of one job, from its checkpoint to the last page or to the hand-over.</summary>
internal sealed class Collection
{
    private readonly CollectionServices _services;
    private readonly Analysis _analysis;
    private readonly Completion _completion;
    private readonly DateTimeOffset _handOverAt;
    private readonly DateTimeOffset _startedAt;
    private readonly bool _isJobIdStored;
    private AnalysisJob _job;

    public Collection(
        CollectionServices services,
        Analysis analysis,
        AnalysisJob job,
        Completion completion,
        DateTimeOffset handOverAt)
    {
        (_services, _analysis, _completion, _handOverAt) = (services, analysis, completion, handOverAt);
        _startedAt = services.Time.GetUtcNow();
        _isJobIdStored = job.JobId is not null;

        // The starter may have died before it could store the JobId.
        _job = job with { Status = JobStatus.InProgress, JobId = completion.JobId, InBacklog = false };
    }

    /// <returns>The outcome; null when somebody else wrote the job in between.</returns>
    public async Task<CollectOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            try
            {
                return await CollectAsync(cancellationToken);
            }
            catch (Exception exception) when (exception is PageTokenExpiredException or TrackerStateException)
            {
                return await StartOverAsync(cancellationToken) ? await CollectAsync(cancellationToken) : null;
            }
        }
        catch (JobNotFoundException) when (!_isJobIdStored)
        {
            // Only the message says that this is the job's JobId. Starting again, with the same token, tells.
            return CollectOutcome.NotFound;
        }
        catch (JobNotFoundException)
        {
            return await FailAsync(FailureReasons.JobNotFound, cancellationToken);
        }
    }

    private async Task<CollectOutcome?> CollectAsync(CancellationToken cancellationToken)
    {
        using var gathering = new Gathering(_analysis, _job, _services);
        var (token, skip) = (gathering.Checkpoint.NextToken, gathering.Checkpoint.Skip);
        while (true)
        {
            var page = await _services.Source.GetPageAsync(_analysis, _completion.JobId, token, cancellationToken);
            switch (page.Status)
            {
                case JobStatus.Succeeded:
                    break;
                case JobStatus.Failed:
                    return await FailAsync(FailureReasons.Of(page.StatusMessage), cancellationToken);
                default:
                    return CollectOutcome.StillRunning;
            }

            _job = _job with
            {
                Metadata = page.Metadata ?? _job.Metadata,
                Warning = string.IsNullOrWhiteSpace(page.StatusMessage) ? null : page.StatusMessage.Trim(),
            };
            gathering.Describe(page.Describe);
            await gathering.AddAsync(page.Detections, token, skip, cancellationToken);
            if (page.NextToken is null)
            {
                await gathering.FinishAsync(_job.Metadata?.DurationMillis, cancellationToken);
                return await SucceedAsync(gathering.Summary, cancellationToken);
            }

            if (gathering.Checkpoint.Chunks > (_job.Checkpoint?.Chunks ?? 0))
            {
                if (!await SaveCheckpointAsync(gathering.Checkpoint, cancellationToken))
                {
                    return null;
                }

                // Only after a step forward: otherwise a short-lived invocation would hand over for ever.
                if (_services.Time.GetUtcNow() >= _handOverAt)
                {
                    await _services.Continuation.ContinueAsync(_completion, cancellationToken);
                    return CollectOutcome.HandedOver;
                }
            }

            (token, skip) = (page.NextToken, 0);
        }
    }

    /// <summary>
    /// Goes back to page one. What is stored stays, and is written again the same, for a job's results never change:
    /// to delete it could hit the chunks of another collector that has finished meanwhile.
    /// </summary>
    private Task<bool> StartOverAsync(CancellationToken cancellationToken)
    {
        _services.Logger.CollectionRestarted(_job.Upload.Video, _analysis.Name, _completion.JobId);
        return SaveCheckpointAsync(null, cancellationToken);
    }

    private Task<bool> SaveCheckpointAsync(CollectionCheckpoint? checkpoint, CancellationToken cancellationToken) =>
        SaveJobAsync(
            _job with
            {
                Checkpoint = checkpoint,
                DueAt = _services.Time.GetUtcNow() + _services.Options.CollectWithin,
            },
            cancellationToken);

    private async Task<CollectOutcome?> SucceedAsync(Summary summary, CancellationToken cancellationToken)
    {
        var now = _services.Time.GetUtcNow();
        if (!await SaveJobAsync(_job.Succeeded(summary, now, _services.Options), cancellationToken))
        {
            return null;
        }

        await _services.Announcer.TryAnnounceAsync(_job, cancellationToken);
        _services.Metrics.Succeeded(_analysis.Name, summary.Detections, _services.Time.GetUtcNow() - _startedAt);
        return CollectOutcome.Collected;
    }

    private async Task<CollectOutcome?> FailAsync(string reason, CancellationToken cancellationToken)
    {
        if (!await SaveJobAsync(_job.Failed(reason, _services.Time.GetUtcNow(), _services.Options), cancellationToken))
        {
            return null;
        }

        await _services.Announcer.TryAnnounceAsync(_job, cancellationToken);
        _services.Metrics.Failed(_analysis.Name);
        _services.Logger.JobFailed(_job.Upload.Video, _analysis.Name, _completion.JobId, reason);
        return CollectOutcome.Failed;
    }

    private async Task<bool> SaveJobAsync(AnalysisJob changed, CancellationToken cancellationToken)
    {
        if (await _services.Store.TrySaveJobAsync(changed, cancellationToken) is not { } saved)
        {
            return false;
        }

        _job = saved;
        return true;
    }
}
