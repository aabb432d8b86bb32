using VideoAnalysis.LocalAws.Rekognition.Protocol;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>A job as it is stored.</summary>
internal sealed record VideoJob
{
    /// <summary>Its place in the order of starting; detections refer to it.</summary>
    public required long Number { get; init; }

    /// <summary>The JobId: 64 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The operation that started it.</summary>
    public required string Operation { get; init; }

    /// <inheritdoc cref="NewJob.Request"/>
    public required string Request { get; init; }

    /// <summary>The video; bucket and name are there.</summary>
    public required S3ObjectName Source { get; init; }

    /// <summary>The entity tag that the object had when the job was accepted.</summary>
    public required string ETag { get; init; }

    /// <inheritdoc cref="NewJob.Tag"/>
    public string? Tag { get; init; }

    /// <inheritdoc cref="NewJob.Topic"/>
    public string? Topic { get; init; }

    /// <summary>The state.</summary>
    public required VideoJobStatus Status { get; init; }

    /// <summary>Why it failed; on a failed job only.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>What the file says of itself, once the job has ended well.</summary>
    public VideoMetadata? Metadata { get; init; }

    /// <summary>The audio tracks of the video, once the job has ended well.</summary>
    public IReadOnlyList<AudioTrack> Audio { get; init; } = [];

    /// <summary>How many detections there are, once the job has ended well.</summary>
    public required long Detections { get; init; }

    /// <summary>
    /// How often in a row the process died at about the same place of the video while this job ran alone.
    /// </summary>
    public required int Deaths { get; init; }
}
