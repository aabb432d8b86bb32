using System.Text.Json.Serialization;
using VideoAnalysis.Backlog;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Sqs;

/// <summary>An entry of the backlog as the body of an SQS message.</summary>
public sealed record BacklogMessage
{
    /// <summary>The bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>The object key, decoded.</summary>
    public required string Key { get; init; }

    /// <summary>The object's version, in a versioned bucket.</summary>
    public string? VersionId { get; init; }

    /// <summary>The entity tag.</summary>
    public string? ETag { get; init; }

    /// <summary>The place among the key's events.</summary>
    public string? Sequencer { get; init; }

    /// <summary>When the upload was complete.</summary>
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Which attempt at the upload.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Attempt { get; init; }

    /// <summary>The analysis's name.</summary>
    public required string Analysis { get; init; }

    /// <summary>How often the engine had no room.</summary>
    public int Refusals { get; init; }

    /// <summary>Writes an entry.</summary>
    public static BacklogMessage Of(BacklogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var upload = entry.Upload;
        return new()
        {
            Bucket = upload.Video.Bucket,
            Key = upload.Video.Key,
            VersionId = upload.VersionId,
            ETag = upload.ETag,
            Sequencer = upload.Sequencer?.ToString(),
            EventTime = upload.EventTime,
            Size = upload.Size,
            Attempt = upload.Attempt,
            Analysis = entry.Analysis,
            Refusals = entry.Refusals,
        };
    }

    /// <summary>Reads an entry.</summary>
    /// <exception cref="ArgumentException">The video's name is not one.</exception>
    /// <exception cref="FormatException">The sequencer is not one.</exception>
    public BacklogEntry ToEntry() => new(
        new()
        {
            Video = new(Bucket, Key),
            VersionId = VersionId,
            ETag = ETag,
            Sequencer = Sequencer is null ? null : new Sequencer(Sequencer),
            EventTime = EventTime,
            Size = Size,
            Attempt = Attempt,
        },
        Analysis,
        Refusals);
}
