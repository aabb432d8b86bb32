using Microsoft.Extensions.Logging;
using VideoAnalysis.Analyses;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Announcing;

/// <summary>
/// Announces ended jobs: at least once, and never before the end can be read. A job is stored with the mark that it is
/// to be announced; the mark goes when it was. So whatever dies in between, the next who looks at the job announces it:
/// its retry, the reconciler, or who replaces the job.
/// </summary>
public sealed class Announcer(
    IResultStore store,
    IAnnouncements announcements,
    AnalysisRegistry analyses,
    JobOptions options,
    ILogger<Announcer> logger)
{
    /// <summary>Announces a job, if that is still to be done, and takes the mark away.</summary>
    /// <param name="job">A job as it is stored.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The job as it is stored then; null when somebody else wrote it in between.</returns>
    public async Task<AnalysisJob?> AnnounceAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (!job.IsUnannounced)
        {
            return job;
        }

        await SendAsync(job, cancellationToken);
        return await store.TrySaveJobAsync(
            job.Announced(options, await MayAwaitCutsAsync(job, cancellationToken)), cancellationToken);
    }

    /// <summary>
    /// Announces a job that has just ended, as far as that is possible now: the end itself is stored, and must not
    /// appear as a failure.
    /// </summary>
    public async Task TryAnnounceAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        try
        {
            await AnnounceAsync(job, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The job stays due: the reconciler announces it.
            logger.AnnouncementFailed(exception, job.Upload.Video, job.Analysis, job.JobId);
        }
    }

    /// <summary>
    /// Announces a job that is about to be replaced, if that is still to be done: its mark goes with it.
    /// </summary>
    public async Task SendAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job.IsUnannounced)
        {
            using var activity = JobActivities.Start("announce", job.Tag, job.Upload.Video);
            activity.EndsWith(job.Status);
            var announcement = new Announcement(job);
            await announcements.SendAsync(announcement, cancellationToken);
            logger.Announced(job.Upload.Video, job.Analysis, job.JobId, job.Status.ToName(), announcement.Id);
        }
    }

    /// <summary>Whether its appearances and the cuts of the video may be still to be brought together.</summary>
    private async Task<bool> MayAwaitCutsAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        job.Status == JobStatus.Succeeded && analyses.Find(job.Analysis) switch
        {
            { TellsCuts: true } => true,
            { EndsAtCuts: true } => (await store.FindJobsAsync(job.Upload.Video.Key, cancellationToken))
                .Any(other => analyses.Find(other.Analysis) is { TellsCuts: true }),
            _ => false,
        };
}
