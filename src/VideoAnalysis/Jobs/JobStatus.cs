namespace VideoAnalysis.Jobs;

/// <summary>The state of an analysis of an upload.</summary>
public enum JobStatus
{
    /// <summary><c>QUEUED</c>: recorded, waiting for the engine to have room.</summary>
    Queued,

    /// <summary><c>IN_PROGRESS</c>: the engine analyses the video, or its results are being collected.</summary>
    InProgress,

    /// <summary><c>SUCCEEDED</c>: every detection is stored and readable.</summary>
    Succeeded,

    /// <summary><c>FAILED</c>: there will be no result; the job has a reason.</summary>
    Failed,

    /// <summary>
    /// <c>DELETED</c>: the results were removed on request. Never shown; kept for a while so that a late event of
    /// the same upload does not bring them back.
    /// </summary>
    Deleted,
}
