namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>The model's <c>VideoJobStatus</c>.</summary>
internal enum VideoJobStatus
{
    /// <summary><c>IN_PROGRESS</c>: accepted; whether it is worked on yet makes no difference to anybody.</summary>
    InProgress,

    /// <summary><c>SUCCEEDED</c></summary>
    Succeeded,

    /// <summary><c>FAILED</c></summary>
    Failed,
}
