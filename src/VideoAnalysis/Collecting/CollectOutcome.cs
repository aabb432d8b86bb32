namespace VideoAnalysis.Collecting;

/// <summary>What became of a completion.</summary>
public enum CollectOutcome
{
    /// <summary>Every detection is stored; the job is SUCCEEDED.</summary>
    Collected,

    /// <summary>The job is FAILED, with the reason.</summary>
    Failed,

    /// <summary>Time ran out; a continuation goes on from the checkpoint.</summary>
    HandedOver,

    /// <summary>The engine is still at it.</summary>
    StillRunning,

    /// <summary>
    /// The engine does not know the JobId that the completion names, and the job has none of its own yet. It stays as
    /// it is, for the backlog or the reconciler to start.
    /// </summary>
    NotFound,

    /// <summary>The job was finished before.</summary>
    AlreadyFinished,

    /// <summary>The job was replaced by a newer upload, or deleted, or is not known; nothing of it is kept.</summary>
    Superseded,
}
