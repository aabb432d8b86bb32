namespace VideoAnalysis.Reconciling;

/// <summary>What a run of <see cref="Reconciler"/> came to, in jobs.</summary>
public sealed record ReconcileReport
{
    /// <summary>Jobs that were due and looked at.</summary>
    public int Examined { get; init; }

    /// <summary>Jobs whose start had been forgotten or stalled, and that were started or queued again.</summary>
    public int Restarted { get; init; }

    /// <summary>
    /// Jobs that had finished without a message, or were settled by somebody else meanwhile, or were swept.
    /// </summary>
    public int Settled { get; init; }

    /// <summary>Jobs that the engine is still at.</summary>
    public int StillRunning { get; init; }

    /// <summary>Jobs that could not be dealt with; they are tried again later.</summary>
    public int Errors { get; init; }

    /// <summary>Whether there was more to do than one run does.</summary>
    public bool MoreToDo { get; init; }
}
