using System.Globalization;
using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>What every answer about a video says in its headers.</summary>
internal static class VideoHeaders
{
    /// <summary>How soon it is worth asking again after an unfinished video.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>How the analysis stands, and when to ask again.</summary>
    public static APIGatewayHttpApiV2ProxyResponse WithStatus(
        this APIGatewayHttpApiV2ProxyResponse answer, VideoOverview video, Analysis analysis)
    {
        if (video.Find(analysis) is { } job)
        {
            // Tables and subtitles have no place for it, and an empty one may mean several things.
            answer.With("Analysis-Status", job.Status.ToName());
        }

        return video.IsFinished ? answer : answer.WithRetryAfter(RetryAfter);
    }

    /// <summary>Where the next page is; nothing on the last.</summary>
    public static APIGatewayHttpApiV2ProxyResponse WithNext(
        this APIGatewayHttpApiV2ProxyResponse answer, string? next, QueryReader query) =>
        next is null ? answer : answer.With("Link", $"<{query.AddressWith(next)}>; rel=\"next\"");

    /// <summary>A name for the file that a browser makes of the answer, as in <c>film.mp4.faces.csv</c>.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="key">The object key; of its folders only the last name is taken.</param>
    /// <param name="analysis">Whose detections these are.</param>
    /// <param name="extension">The extension.</param>
    public static APIGatewayHttpApiV2ProxyResponse WithFileName(
        this APIGatewayHttpApiV2ProxyResponse answer, string key, Analysis analysis, string extension)
    {
        var name = $"{key[(key.LastIndexOf('/') + 1)..]}.{analysis.Name}.{extension}";
        var plain = string.Concat(name.Select(
            letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ' ? letter : '_'));

        // RFC 6266: the first for those that do not understand the second, which has every character.
        return answer.With("Content-Disposition", string.Create(
            CultureInfo.InvariantCulture,
            $"attachment; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}"));
    }
}
