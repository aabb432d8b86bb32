using System.Net;
using Amazon.Lambda.S3Events;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Starting;

/// <summary>Reads uploads from S3's event records.</summary>
internal static class S3Uploads
{
    /// <summary>S3 began in 2006. What has no time reads as the year 1, and could not be ordered or listed.</summary>
    private const int FirstYear = 2000;

    /// <summary>Whether the record tells of a created object; there are also events of removed, restored and tagged ones.</summary>
    public static bool IsCreation(S3Event.S3EventNotificationRecord record) =>
        record.EventName?.Replace("s3:", "", StringComparison.Ordinal)
            .StartsWith("ObjectCreated:", StringComparison.Ordinal) == true;

    /// <summary>The upload that a record tells of. The key comes form-URL-encoded, and is decoded here and nowhere else.</summary>
    /// <exception cref="FormatException">The record names no bucket or key, or one that S3 does not allow.</exception>
    public static Upload Read(S3Event.S3EventNotificationRecord record)
    {
        if (record.S3 is not { Bucket.Name: { Length: > 0 } bucket, Object: { Key: { Length: > 0 } key } found })
        {
            throw new FormatException("The S3 event record names no bucket or no key.");
        }

        if (record.EventTime.Year < FirstYear)
        {
            throw new FormatException("The S3 event record has no time.");
        }

        try
        {
            return new()
            {
                Video = new(bucket, WebUtility.UrlDecode(key)),
                VersionId = NullIfEmpty(found.VersionId),
                ETag = NullIfEmpty(found.ETag),
                Sequencer = NullIfEmpty(found.Sequencer) is { } sequencer ? new Sequencer(sequencer) : null,
                EventTime = new(record.EventTime.ToUniversalTime()),
                Size = found.Size,
            };
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"The S3 event record names no possible video: {exception.Message}", exception);
        }
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
