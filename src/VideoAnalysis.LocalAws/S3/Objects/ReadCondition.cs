using System.Globalization;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>The conditional headers of requests that read, or that copy from, an object.</summary>
internal sealed class ReadCondition(Func<string, string?> header)
{
    /// <summary>The headers of a GET or a HEAD.</summary>
    public static ReadCondition Of(S3Call call) => new(call.Header);

    /// <summary>The headers about the source of a copy.</summary>
    public static ReadCondition OfCopySource(S3Call call) => new(name => call.Header("x-amz-copy-source-" + name));

    /// <summary>Whether the client has this object already (304).</summary>
    /// <exception cref="S3Exception">The object is not the one that the client means (412).</exception>
    public bool IsUnmodified(StoredObject stored)
    {
        // The entity tag outweighs the time where both are given, in both directions (RFC 9110, 13.2.2).
        if (header("if-match") is { } match)
        {
            if (!Matches(match, stored.ETag))
            {
                throw S3Errors.PreconditionFailed("If-Match");
            }
        }
        else if (Time("if-unmodified-since") < Seconds(stored))
        {
            throw S3Errors.PreconditionFailed("If-Unmodified-Since");
        }

        return header("if-none-match") is { } noneMatch
            ? Matches(noneMatch, stored.ETag)
            : Time("if-modified-since") >= Seconds(stored);
    }

    /// <summary>Holds the object against the conditions of a copy, which knows no 304.</summary>
    /// <exception cref="S3Exception">One does not hold.</exception>
    public void Check(StoredObject stored)
    {
        if (IsUnmodified(stored))
        {
            throw S3Errors.PreconditionFailed("x-amz-copy-source-if-none-match");
        }
    }

    /// <summary>Whether a <c>Range</c> counts: not if <c>If-Range</c> names another object.</summary>
    public bool AllowsRange(StoredObject stored) =>
        header("if-range") is not { } condition
        || (Parse(condition) is { } time ? time >= Seconds(stored) : Matches(condition, stored.ETag));

    private static bool Matches(string tags, string etag) =>
        tags.Split(',').Select(tag => tag.Trim())
            .Any(tag => tag == "*" || tag.Replace("W/", "", StringComparison.Ordinal).Trim('"') == etag);

    private static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(
            text, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : null;

    /// <summary>HTTP knows no more than seconds.</summary>
    private static DateTimeOffset Seconds(StoredObject stored) =>
        DateTimeOffset.FromUnixTimeSeconds(stored.LastModified.ToUnixTimeSeconds());

    private DateTimeOffset? Time(string name) => header(name) is { } text ? Parse(text) : null;
}
