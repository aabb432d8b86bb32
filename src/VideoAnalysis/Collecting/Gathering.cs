using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Collecting;

/// <summary>
/// Packs the detections of a job into chunks, and joins them into appearances on the way. Every chunk of detections
/// has beside it the appearances that ended while it was filled: what is stored depends on the detections alone.
/// </summary>
/// <param name="analysis">The analysis.</param>
/// <param name="job">The job, for its key, its token and where it was.</param>
/// <param name="services">What it works with.</param>
/// <exception cref="TrackerStateException">
/// The checkpoint's appearances cannot be read: begin at the first page.
/// </exception>
internal sealed class Gathering(Analysis analysis, AnalysisJob job, CollectionServices services) : IDisposable
{
    private readonly ChunkBuilder _chunk = new(analysis);
    private readonly DetectionGroups<PagePosition> _groups = new();
    private readonly List<Appearance> _ended = [];
    private readonly AppearanceTracker _tracker = analysis.Track(
        job.Checkpoint?.Tracker is { } state ? Convert.FromBase64String(state) : null);

    /// <summary>How far everything is stored.</summary>
    public CollectionCheckpoint Checkpoint { get; private set; } =
        job.Checkpoint ?? new(null, 0, 0, analysis.EmptySummary);

    /// <summary>What has been gathered, stored or not.</summary>
    public Summary Summary { get; private set; } = job.Checkpoint?.Summary ?? analysis.EmptySummary;

    /// <summary>Adds to the summary what a page says of the whole result.</summary>
    /// <param name="describe">How; null where it says nothing.</param>
    public void Describe(Func<Summary, Summary>? describe) => Summary = describe?.Invoke(Summary) ?? Summary;

    /// <summary>Adds the detections of a page.</summary>
    /// <param name="detections">The detections.</param>
    /// <param name="token">The page's token.</param>
    /// <param name="skip">How many of them were gathered before.</param>
    /// <param name="cancellationToken">Stops; the checkpoint is where to go on.</param>
    public async Task AddAsync(
        IReadOnlyList<Detection> detections, string? token, int skip, CancellationToken cancellationToken)
    {
        var evidence = await ReadEvidenceAsync(detections, detections.Count - skip, cancellationToken);
        for (var i = skip; i < detections.Count; i++)
        {
            if (_groups.Add(detections[i], new(token, i)) is not { } whole)
            {
                continue;
            }

            Gather(whole, evidence);
            if (_chunk.IsFull)
            {
                await StoreAsync(cancellationToken);
                Checkpoint = new(
                    token, i, Checkpoint.Chunks + 1, Summary, Convert.ToBase64String(_tracker.Save()));
            }
        }
    }

    /// <summary>Stores what is left when the last page has been added.</summary>
    /// <param name="duration">The length of the video in milliseconds, if it is known.</param>
    /// <param name="cancellationToken">Stops; the checkpoint is where to go on.</param>
    public async Task FinishAsync(long? duration, CancellationToken cancellationToken)
    {
        var evidence = await ReadEvidenceAsync([], 0, cancellationToken);
        if (_groups.Finish() is { } last)
        {
            Gather(last, evidence);
        }

        AddEnded(_tracker.Finish(duration, evidence));
        await StoreAsync(cancellationToken);
        Summary = Summary with { Appearances = Summary.Appearances.Finish(duration) };
    }

    /// <inheritdoc/>
    public void Dispose() => _chunk.Dispose();

    private void Gather(IReadOnlyList<Detection> group, AppearanceEvidence evidence)
    {
        var tracked = _tracker.Add([.. group.Select(analysis.ToTracked)], evidence);
        for (var i = 0; i < group.Count; i++)
        {
            _chunk.Add(group[i] with { Appearance = tracked.Appearances[i] });
            Summary = analysis.Add(Summary, group[i]);
        }

        AddEnded(tracked.Ended);
    }

    private void AddEnded(IReadOnlyList<Appearance> ended)
    {
        _ended.AddRange(ended);
        Summary = Summary with { Appearances = ended.Aggregate(Summary.Appearances, (sum, each) => sum.Add(each)) };
    }

    /// <summary>
    /// Under the next sequence number; what is stored before the checkpoint says so is stored again the same.
    /// </summary>
    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        var expiresAt = services.Options.ChunkExpiryOf(services.Time.GetUtcNow());
        var (key, tag, sequence) = (job.Upload.Video.Key, job.ResultTag, Checkpoint.Chunks);
        if (_ended.Count > 0)
        {
            var chunk = AppearanceChunk.Of(sequence, _ended);
            await services.Store.SaveAppearancesAsync(key, tag, chunk, expiresAt, cancellationToken);
            _ended.Clear();
        }

        if (_chunk.Count > 0)
        {
            await services.Store.SaveChunkAsync(key, tag, _chunk.Close(sequence), expiresAt, cancellationToken);
        }
    }

    /// <summary>
    /// What the engine knows beside the detections that come next: those held back, and those of a page.
    /// </summary>
    private async Task<AppearanceEvidence> ReadEvidenceAsync(
        IReadOnlyList<Detection> page, int count, CancellationToken cancellationToken)
    {
        if (services.Evidence is null || job.JobId is null)
        {
            return AppearanceEvidence.None;
        }

        var first = _tracker.Detections;
        var to = page.Count > 0 ? page.Max(detection => detection.Timestamp) : long.MaxValue;
        long[] numbers =
        [
            .. _tracker.MissingEmbeddings,
            .. Enumerable.Range(0, _groups.Count + count).Select(i => first + i),
        ];
        return await services.Evidence.ReadAsync(
            job.JobId, new(_tracker.LastTimestamp, to, numbers), cancellationToken);
    }
}
