using VideoAnalysis.Analyses;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Jobs;

/// <summary>
/// One analysis of the newest upload of a key. A store holds one of them a key and analysis; every change is
/// written against the <see cref="Revision"/> that was read.
/// </summary>
public sealed record AnalysisJob
{
    /// <summary>What is analysed.</summary>
    public required Upload Upload { get; init; }

    /// <summary>The analysis's name.</summary>
    public required string Analysis { get; init; }

    /// <summary>What makes this job this job.</summary>
    public required ClientRequestToken Token { get; init; }

    /// <summary>The state.</summary>
    public required JobStatus Status { get; init; }

    /// <summary>Why the job failed, and what to do about it; on a failed job only.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// What the engine says the results lack, such as a damaged part of the video; null where nothing.
    /// </summary>
    public string? Warning { get; init; }

    /// <summary>The engine's name for the job, once it is known.</summary>
    public string? JobId { get; init; }

    /// <summary>What the engine says of the video, once it is known.</summary>
    public VideoMetadata? Metadata { get; init; }

    /// <summary>What the detections come to; on a succeeded job only.</summary>
    public Summary? Summary { get; init; }

    /// <summary>How far collection has come; while it is under way only.</summary>
    public CollectionCheckpoint? Checkpoint { get; init; }

    /// <summary>Whether a message in the backlog will start it.</summary>
    public bool InBacklog { get; init; }

    /// <summary>When the upload was recorded.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the engine accepted the job.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it succeeded, failed or was deleted.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>
    /// Tokens of this key's earlier jobs (and of this one, once it failed or was deleted) whose chunks are still to
    /// be removed. A token never comes back, so removing its chunks again and late does no harm.
    /// </summary>
    public IReadOnlyList<ClientRequestToken> Garbage { get; init; } = [];

    /// <summary>The job whose cuts end its appearances; null while no cuts are known.</summary>
    public ClientRequestToken? Cuts { get; init; }

    /// <summary>
    /// Under which token its results are stored since they were built again; null while they were not.
    /// </summary>
    public ClientRequestToken? Rebuilt { get; init; }

    /// <summary>
    /// Under which token results are being stored that will replace its own, or become garbage; null while none are. A
    /// token that was garbage is never used, since a sweep that is late may still remove its chunks.
    /// </summary>
    public ClientRequestToken? Rebuilding { get; init; }

    /// <summary>Whether it has ended, and that is still to be announced.</summary>
    public bool IsUnannounced { get; init; }

    /// <summary>When somebody should look what is still to be done; null when nothing is.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the stored results cease to exist; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Counts the writes of this item; 0 before the first.</summary>
    public long Revision { get; init; }

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool IsFinished => Status is JobStatus.Succeeded or JobStatus.Failed or JobStatus.Deleted;

    /// <summary>What travels with the job through the engine.</summary>
    public JobTag Tag => new(Analysis, Token);

    /// <summary>Under which token its results are stored.</summary>
    public ClientRequestToken StoredUnder => Rebuilt ?? Token;

    /// <summary>Under what its results are stored.</summary>
    public JobTag ResultTag => new(Analysis, StoredUnder);

    /// <summary>Every token under which there may be results of it, apart from <see cref="Garbage"/>.</summary>
    internal IEnumerable<ClientRequestToken> Tokens =>
        new[] { Token, Rebuilt, Rebuilding }.OfType<ClientRequestToken>();

    /// <summary>
    /// This job as a succeeded one. It stays due until it is announced and what it replaced is swept away.
    /// </summary>
    internal AnalysisJob Succeeded(Summary summary, DateTimeOffset now, JobOptions options) => this with
    {
        Status = JobStatus.Succeeded,
        Summary = summary,
        Checkpoint = null,
        CompletedAt = now,
        IsUnannounced = true,
        DueAt = now + options.AnnounceWithin,
        ExpiresAt = options.ExpiryOf(now),
    };

    /// <summary>This job when its end has been announced.</summary>
    /// <param name="options">How long things take.</param>
    /// <param name="hasMore">Whether something may be left to do besides sweeping its garbage.</param>
    internal AnalysisJob Announced(JobOptions options, bool hasMore) => this with
    {
        IsUnannounced = false,
        DueAt = Garbage.Count == 0 && Rebuilding is null && !hasMore ? null
            : DueAt > SweepableAt(options) ? DueAt : SweepableAt(options),
    };

    /// <summary>When no collector of an earlier job can be alive any more.</summary>
    internal DateTimeOffset SweepableAt(JobOptions options) => (CompletedAt ?? CreatedAt) + options.CollectWithin;

    /// <summary>
    /// This job as a failed one. Chunks of it may be there, or be on their way: it stays due until it is announced and
    /// they are swept away.
    /// </summary>
    internal AnalysisJob Failed(string reason, DateTimeOffset now, JobOptions options) => this with
    {
        Status = JobStatus.Failed,
        Reason = reason,
        Warning = null,
        InBacklog = false,
        Checkpoint = null,
        CompletedAt = now,
        Garbage = [.. Garbage.Union(Tokens)],
        IsUnannounced = true,
        DueAt = now + options.AnnounceWithin,
        ExpiresAt = options.ExpiryOf(now),
    };

    /// <summary>
    /// This job as a deleted one, which remembers the upload and nothing else: late events bring nothing back. It stays
    /// due until it is announced and its chunks are swept away.
    /// </summary>
    internal AnalysisJob Deleted(DateTimeOffset now, JobOptions options) => new()
    {
        Upload = Upload,
        Analysis = Analysis,
        Token = Token,
        Status = JobStatus.Deleted,
        CreatedAt = CreatedAt,
        CompletedAt = now,
        IsUnannounced = true,
        DueAt = now + options.AnnounceWithin,
        Garbage = [.. Garbage.Union(Tokens)],
        Revision = Revision,
    };
}
