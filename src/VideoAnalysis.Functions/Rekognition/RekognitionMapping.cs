using Amazon.Rekognition;
using Amazon.Rekognition.Model;
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

    public static NotificationChannel ToRekognition(this CompletionChannel channel) =>
        new() { SNSTopicArn = channel.TopicArn, RoleArn = channel.RoleArn };

    /// <summary>The text, or null where it is empty: the service sends either for what there is not.</summary>
    public static string? OrNull(this string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>What a list is mapped to, or null where it is empty: the service sends either, or no list.</summary>
    public static IReadOnlyList<TTo>? MapOrNull<TFrom, TTo>(this List<TFrom>? from, Func<TFrom, TTo> map) =>
        from is { Count: > 0 } ? [.. from.Select(map)] : null;

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
