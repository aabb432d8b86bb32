namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>How far a job has come.</summary>
/// <param name="Job">The job.</param>
/// <param name="Status">Its state now.</param>
internal sealed record JobProgress(VideoJob Job, VideoJobStatus Status)
{
    /// <summary>How far the engine is, in milliseconds from the start of the video.</summary>
    public long Position { get; init; }

    /// <summary>The length of the video in milliseconds, once it is known.</summary>
    public long? Duration { get; init; }

    /// <summary>How many detections there are so far.</summary>
    public long Detections { get; init; }

    /// <summary>0 to 100, and 100 only when the job has ended.</summary>
    public int Percent => Status != VideoJobStatus.InProgress ? 100
        : Duration is > 0 ? (int)Math.Clamp(Position * 100 / Duration.Value, 0, 99)
        : 0;
}
