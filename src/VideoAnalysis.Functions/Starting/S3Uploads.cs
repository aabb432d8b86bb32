using System.Net;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Starting;

/// <summary>Reads uploads from what S3 says of them.</summary>
internal static class S3Uploads
{
    /// <summary>S3 began in 2006. Generated sample events are of 1970.</summary>
    private const int FirstYear = 2000;

    /// <summary>
    /// The upload that a record tells of. The key comes form-URL-encoded, and is decoded here and nowhere else.
    /// </summary>
    /// <param name="record">The record of a created object.</param>
    /// <param name="now">The time that an impossibly early event counts as.</param>
    /// <exception cref="FormatException">The record lacks something, or names what S3 does not allow.</exception>
    public static Upload Read(S3Record record, DateTimeOffset now) => Read(
        record.S3?.Bucket?.Name,
        WebUtility.UrlDecode(record.S3?.Object?.Key),
        TimeOf(record.EventTime, now),
        record.S3?.Object is { } found ? (found.VersionId, found.ETag, found.Sequencer, found.Size) : default);

    /// <summary>The upload that an event of EventBridge tells of.</summary>
    /// <inheritdoc cref="Read(S3Record, DateTimeOffset)"/>
    public static Upload Read(S3BridgeEvent created, DateTimeOffset now) => Read(
        created.Detail?.Bucket?.Name,
        created.Detail?.Object?.Key,
        TimeOf(created.Time, now),
        created.Detail?.Object is { } found ? (found.VersionId, found.ETag, found.Sequencer, found.Size) : default);

    private static Upload Read(
        string? bucket,
        string? key,
        DateTimeOffset time,
        (string? VersionId, string? ETag, string? Sequencer, long? Size) found)
    {
        if (string.IsNullOrEmpty(bucket) || string.IsNullOrEmpty(key))
        {
            throw new FormatException("The event of S3 names no bucket or no key.");
        }

        try
        {
            return new()
            {
                Video = new(bucket, key),
                VersionId = NullIfEmpty(found.VersionId),
                ETag = NullIfEmpty(found.ETag),
                Sequencer = NullIfEmpty(found.Sequencer) is { } sequencer ? new Sequencer(sequencer) : null,
                EventTime = time,
                Size = found.Size,
            };
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"The event of S3 names no possible video: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// The time to order the upload by. The sequencer, which even sample events have, goes before it; an event without
    /// one that is delivered twice with such a time is two uploads.
    /// </summary>
    private static DateTimeOffset TimeOf(DateTimeOffset? time, DateTimeOffset now) => time switch
    {
        null => throw new FormatException("The event of S3 has no time."),
        { Year: < FirstYear } => now,
        { } known => known.ToUniversalTime(),
    };

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
