namespace VideoAnalysis.Starting;

/// <summary>What became of a request to start an analysis.</summary>
public enum StartOutcome
{
    /// <summary>The engine runs the job.</summary>
    Started,

    /// <summary>The engine had no room; an entry in the backlog will start the job.</summary>
    Queued,

    /// <summary>The same upload was started, finished or deleted before; nothing was done.</summary>
    AlreadyKnown,

    /// <summary>A newer upload of the key is known; nothing was done.</summary>
    Superseded,

    /// <summary>The engine will never analyse this video; the job is FAILED, with the reason.</summary>
    Refused,
}
