namespace VideoAnalysis.Jobs;

/// <summary>How long things may take before somebody looks, and how long results are kept.</summary>
public sealed record JobOptions
{
    /// <summary>How long a recorded upload may wait for its first Start call before it counts as forgotten.</summary>
    public TimeSpan StartWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a started job may run before its completion message counts as possibly lost.</summary>
    public TimeSpan ExpectedDuration { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long a collection may go without progress before it counts as stuck: longer than a Lambda function
    /// can run (15 minutes).
    /// </summary>
    public TimeSpan CollectWithin { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>
    /// How long an ended job may wait to be announced before somebody else does it. Shorter than
    /// <see cref="CollectWithin"/>.
    /// </summary>
    public TimeSpan AnnounceWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long results are kept after the job is finished; null for ever.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>When the results of a job finished at that time cease to exist; null for never.</summary>
    public DateTimeOffset? ExpiryOf(DateTimeOffset finishedAt) => finishedAt + Retention;

    /// <summary>
    /// When a chunk written at that time ceases to exist; null for never. A day after a job that were finished then:
    /// the chunks of a long collection are written long before it is finished, and none may be gone while the job can
    /// be read.
    /// </summary>
    public DateTimeOffset? ChunkExpiryOf(DateTimeOffset writtenAt) => ExpiryOf(writtenAt) + TimeSpan.FromDays(1);
}
