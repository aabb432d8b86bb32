using System.Text.Json;
using VideoAnalysis.Local.Cli.Remote;

namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>Asks the HTTP API for results.</summary>
internal sealed class ResultsClient(ApiClient api)
{
    /// <summary>Detections a page, to be read one after the other.</summary>
    public const int PageSize = 1000;

    /// <summary>A video and a page of its detections; null while the API does not know the video.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="filter">Which detections.</param>
    /// <param name="limit">How many detections the page may have.</param>
    /// <param name="next">The page; null for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">The API answers with an error, or not at all.</exception>
    public async Task<VideoAnswer?> FindAsync(
        string key, DetectionFilter filter, int limit, string? next, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.GetAsync(VideoAddress.Of(key, filter.ToQuery(limit, ("next", next))), cancellationToken);
            return JsonSerializer.Deserialize(answer.Body.Span, AnswerJson.Default.VideoAnswer)! with
            {
                RetryAfter = answer.RetryAfter,
            };
        }
        catch (ApiException e) when (e.IsVideoUnknown)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new ApiException($"The answer about {Printable.Line(key)} makes no sense. Is it the API of a video analysis?", e);
        }
    }
}
