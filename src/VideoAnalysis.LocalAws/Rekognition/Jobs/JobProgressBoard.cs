using System.Collections.Concurrent;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>
/// Where the jobs in work tell how far they are, for whoever shows it. Rekognition has nothing of the kind, so no
/// answer of the service carries it.
/// </summary>
internal sealed class JobProgressBoard : IAnalysisProgress
{
    private readonly ConcurrentDictionary<string, JobProgress> _running = new(StringComparer.Ordinal);

    /// <summary>Is called with every step, on the job's own thread: be quick.</summary>
    public event Action<JobProgress>? Changed;

    /// <summary>The jobs that are worked on at the moment.</summary>
    public IReadOnlyCollection<JobProgress> Running => [.. _running.Values];

    /// <summary>How far that job is; null unless it is worked on.</summary>
    public JobProgress? Find(string jobId) => _running.GetValueOrDefault(jobId);

    /// <inheritdoc/>
    public int? PercentOf(string jobId) => Find(jobId)?.Percent;

    /// <summary>Tells of a step.</summary>
    public void Report(JobProgress progress)
    {
        if (progress.Status == VideoJobStatus.InProgress)
        {
            _running[progress.Job.Id] = progress;
        }
        else
        {
            _running.TryRemove(progress.Job.Id, out _);
        }

        Changed?.Invoke(progress);
    }

    /// <summary>Forgets a job that is not worked on any more.</summary>
    public void Remove(string jobId) => _running.TryRemove(jobId, out _);
}
