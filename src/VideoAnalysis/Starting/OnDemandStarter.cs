using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Starting;

/// <summary>
/// Starts analyses of a video that is in the bucket already: those that it never had, or that failed, and on request
/// those that succeeded. Asking twice starts nothing twice.
/// </summary>
public sealed class OnDemandStarter(
    IResultStore store, IVideoCatalog catalog, AnalysisRegistry analyses, AnalysisStarter starter)
{
    /// <summary>Starts the analyses that are wanted, as far as there is something to start.</summary>
    /// <param name="key">The video's object key.</param>
    /// <param name="wanted">The analyses; empty for those that every upload gets.</param>
    /// <param name="again">Whether analyses that succeeded are done again too.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when the bucket has no such object.</returns>
    /// <exception cref="AggregateException">
    /// Several could not be started; when it is one, its own exception comes. The others are; the same call again does
    /// no harm.
    /// </exception>
    public async Task<bool> StartAsync(
        string key, IReadOnlyList<Analysis> wanted, bool again, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(wanted);
        if (await catalog.FindAsync(key, cancellationToken) is not { } listed)
        {
            return false;
        }

        var jobs = await store.FindJobsAsync(key, cancellationToken);
        var upload = Upload.NewestOf([.. jobs.Select(job => job.Upload), listed])!;
        var starts =
            from analysis in wanted.Count == 0 ? analyses.OnUpload : wanted
            let job = jobs.FirstOrDefault(job => job.Analysis == analysis.Name && job.Upload.IsSameUploadAs(upload))
            where job is null || (job.IsFinished && (again || job.Status != JobStatus.Succeeded))
            select (job is null ? upload with { Attempt = 0 } : job.Upload.NextAttempt(), analysis);
        await starter.StartAllAsync(starts, cancellationToken);
        return true;
    }
}
