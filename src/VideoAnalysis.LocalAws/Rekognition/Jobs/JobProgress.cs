namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>How far a job has come.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Bucket">The video's bucket.</param>
/// <param name="Key">The video's object key.</param>
/// <param name="Status">The job's state.</param>
/// <param name="Position">The moment of the video that was looked at last, in milliseconds.</param>
/// <param name="Duration">The length of the video in milliseconds, once it is known.</param>
/// <param name="Detections">How many detections there are so far.</param>
internal sealed record JobProgress(
    string JobId,
    string Bucket,
    string Key,
    VideoJobStatus Status,
    long Position,
    long? Duration,
    long Detections)
{
    /// <summary>0 to 100, and 100 only when the job has ended.</summary>
    public int Percent => Status != VideoJobStatus.InProgress ? 100
        : Duration is > 0 ? (int)Math.Clamp(Position * 100 / Duration.Value, 0, 99)
        : 0;
}
