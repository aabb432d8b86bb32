using System.Text.Json;
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
            return answer.Read(AnswerJson.Default.VideoAnswer) with { RetryAfter = answer.RetryAfter };
        }
        catch (ApiException e) when (e.IsVideoUnknown)
        {
            return null;
        }
    }

    /// <summary>Starts analyses of a video.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="request">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How they stand now.</returns>
    /// <exception cref="ApiException">The API answers with an error, or not at all.</exception>
    public async Task<VideoAnswer> StartAsync(string key, AnalysesRequest request, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(request, RequestJson.Default.AnalysesRequest);
        var answer = await api.PostAsync(VideoAddress.Of(key, resource: "analyses"), json, cancellationToken);
        return answer.Read(AnswerJson.Default.VideoAnswer);
    }

    /// <summary>What an analysis sees, from when to when.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="analysis">The analysis.</param>
    /// <param name="filter">Which appearances.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>All of them, in the order of their starts.</returns>
    /// <exception cref="ApiException">The API answers with an error, or not at all.</exception>
    public async Task<IReadOnlyList<SeenAppearance>> AppearancesAsync(
        string key, string analysis, DetectionFilter filter, CancellationToken cancellationToken)
    {
        var query = filter.ToQueryOfLargePages(analysis);
        var appearances = new List<SeenAppearance>();
        await foreach (var page in api.PagesAsync(VideoAddress.Of(key, query, "appearances"), cancellationToken))
        {
            appearances.AddRange(page.Read(AppearancesJson.Default.AppearancesAnswer).Appearances);
        }

        return appearances;
    }
}
