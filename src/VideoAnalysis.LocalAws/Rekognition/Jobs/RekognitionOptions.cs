namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>The local service's quotas, and how much of the machine its jobs may use.</summary>
internal sealed record RekognitionOptions
{
    /// <summary>
    /// How many jobs may be in progress; one more is refused. The default is the service's own quota
    /// (Rekognition quotas, "concurrent stored-video jobs per account").
    /// </summary>
    public int JobLimit { get; init; } = 20;

    /// <summary>
    /// How many videos are really worked on at a time; the other jobs are in progress and wait. One a core, so that
    /// several videos use the whole machine and a single one leaves a core to the rest of the stack.
    /// </summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// How long a job waits for others of the same video, so that one decoding serves them all: the analyses of an
    /// upload are started one after another.
    /// </summary>
    public TimeSpan Gathering { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>
    /// How many Start calls a second are let through; null for any number, which suits a machine of one's own. The
    /// service's quota is 5 (us-east-1).
    /// </summary>
    public int? StartsPerSecond { get; init; }

    /// <summary>Returns these options, if every value makes sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One does not; it is named.</exception>
    public RekognitionOptions Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(JobLimit, 1, nameof(JobLimit));
        ArgumentOutOfRangeException.ThrowIfLessThan(Workers, 1, nameof(Workers));
        ArgumentOutOfRangeException.ThrowIfLessThan(Gathering, TimeSpan.Zero, nameof(Gathering));
        ArgumentOutOfRangeException.ThrowIfLessThan(StartsPerSecond ?? 1, 1, nameof(StartsPerSecond));
        return this;
    }
}
