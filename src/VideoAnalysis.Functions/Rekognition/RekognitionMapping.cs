using Amazon.Rekognition;
using VideoAnalysis.Jobs;
using VideoAnalysis.Videos;
using BoundingBox = VideoAnalysis.Videos.BoundingBox;
using VideoMetadata = VideoAnalysis.Videos.VideoMetadata;

namespace VideoAnalysis.Functions.Rekognition;

/// <summary>What every analysis maps the same way.</summary>
internal static class RekognitionMapping
{
    public static Amazon.Rekognition.Model.Video ToRekognition(this Upload upload) => new()
    {
        S3Object = new()
        {
            Bucket = upload.Video.Bucket,
            Name = upload.Video.Key,
            Version = upload.VersionId,
        },
    };

    public static JobStatus ToJobStatus(this VideoJobStatus status) => JobStatusNames.Parse(status.Value) switch
    {
        JobStatus.Succeeded => JobStatus.Succeeded,
        JobStatus.Failed => JobStatus.Failed,
        JobStatus.InProgress => JobStatus.InProgress,
        _ => throw new InvalidOperationException($"Rekognition reports a job status that is not known: \"{status}\"."),
    };

    public static VideoMetadata ToDomain(this Amazon.Rekognition.Model.VideoMetadata metadata) => new()
    {
        Codec = metadata.Codec,
        DurationMillis = metadata.DurationMillis,
        Format = metadata.Format,
        FrameRate = metadata.FrameRate,
        FrameHeight = metadata.FrameHeight,
        FrameWidth = metadata.FrameWidth,
        ColorRange = metadata.ColorRange?.Value,
    };

    public static BoundingBox ToDomain(this Amazon.Rekognition.Model.BoundingBox box) =>
        new(box.Left ?? 0, box.Top ?? 0, box.Width ?? 0, box.Height ?? 0);
}
