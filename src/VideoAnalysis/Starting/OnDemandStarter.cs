using VideoAnalysis.Analyses;
using VideoAnalysis.Backlog;
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
        var upload = jobs.Select(job => job.Upload).Aggregate(
            listed, (best, known) => best.IsNewerThan(known) ? best : known);
        var entries = (wanted.Count == 0 ? analyses.OnUpload : wanted)
            .Select(analysis => Choose(upload, analysis.Name, jobs, again))
            .OfType<BacklogEntry>();
        await starter.StartAllAsync(entries, cancellationToken);
        return true;
    }

    private static BacklogEntry? Choose(Upload upload, string analysis, IReadOnlyList<AnalysisJob> jobs, bool again)
    {
        var job = jobs.FirstOrDefault(job => job.Analysis == analysis && job.Upload.IsSameUploadAs(upload));
        return job switch
        {
            null => new(upload with { Attempt = 0 }, analysis, Refusals: 0),
            { IsFinished: false } => null,
            { Status: JobStatus.Succeeded } when !again => null,
            _ => new(job.Upload with { Attempt = job.Upload.Attempt + 1 }, analysis, Refusals: 0),
        };
    }
}
