using System.Globalization;

namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>Asks the HTTP API for results.</summary>
internal sealed class ResultsClient(Uri api) : IDisposable
{
    /// <summary>Detections a page, to be read one after the other.</summary>
    public const int PageSize = 1000;

    private readonly HttpClient _http = new() { BaseAddress = api };

    /// <summary>A video and a page of its detections; null while the API does not know the video.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="limit">How many detections the page may have.</param>
    /// <param name="next">The page; null for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">The API answers with an error.</exception>
    public async Task<VideoAnswer?> FindAsync(
        string key, int limit, string? next, CancellationToken cancellationToken)
    {
        // As a parameter, which carries every key; a path does not.
        var query = string.Create(CultureInfo.InvariantCulture, $"results?video={Uri.EscapeDataString(key)}&limit={limit}");
        using var response = await _http.GetAsync(
            new Uri(next is null ? query : $"{query}&next={Uri.EscapeDataString(next)}", UriKind.Relative), cancellationToken);
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(AnswerJson.Default.VideoAnswer, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
