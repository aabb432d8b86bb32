using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Local.Cli.Client;

namespace VideoAnalysis.Local.Cli.Answers;

/// <summary>Asks the HTTP API for results.</summary>
internal sealed class ResultsClient(ApiClient api)
{
    /// <summary>How a video stands; null while the API does not know it.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">The API answers with an error, or not at all.</exception>
    public async Task<VideoAnswer?> FindAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.GetAsync(VideoAddress.Of(key, "limit=1"), cancellationToken);
            return Read(answer, key, AnswerJson.Default.VideoAnswer) with { RetryAfter = answer.RetryAfter };
        }
        catch (ApiException e) when (e.IsVideoUnknown)
        {
            return null;
        }
    }

    /// <summary>How many detections there are when.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="filter">Which detections.</param>
    /// <param name="interval">How long an interval is, in milliseconds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">The API answers with an error, or not at all.</exception>
    public async Task<TimelineAnswer> TimelineAsync(
        string key, DetectionFilter filter, long interval, CancellationToken cancellationToken)
    {
        var query = filter.ToQuery(("interval", interval.ToString(CultureInfo.InvariantCulture)));
        var answer = await api.GetAsync(VideoAddress.Of(key, query, "timeline"), cancellationToken);
        return Read(answer, key, TimelineJson.Default.TimelineAnswer);
    }

    private static T Read<T>(ApiAnswer answer, string key, JsonTypeInfo<T> json)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, json)!;
        }
        catch (JsonException e)
        {
            throw new ApiException($"The answer about {Printable.Line(key)} makes no sense. Is it the API of a video analysis?", e);
        }
    }
}
