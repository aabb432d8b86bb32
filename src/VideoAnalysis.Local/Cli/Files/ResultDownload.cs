using System.Globalization;
using System.Runtime.CompilerServices;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Client;

namespace VideoAnalysis.Local.Cli.Files;

/// <summary>Fetches the whole result of a video, all pages of it.</summary>
internal sealed class ResultDownload(ApiClient api, int pageSize = ResultDownload.DefaultPageSize)
{
    /// <summary>The most detections that the API gives at once.</summary>
    private const int DefaultPageSize = 1000;

    /// <summary>Writes a video's detections.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="filter">Which detections.</param>
    /// <param name="format">In which form.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">A page cannot be had.</exception>
    public Task WriteAsync(
        string key, DetectionFilter filter, FileFormat format, Stream output, CancellationToken cancellationToken)
    {
        var query = filter.ToQuery(("limit", pageSize.ToString(CultureInfo.InvariantCulture)), ("format", format.Name));
        return format.Join(PagesAsync(VideoAddress.Of(key, query), cancellationToken), output, cancellationToken);
    }

    private async IAsyncEnumerable<ApiAnswer> PagesAsync(
        string address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = await api.GetAsync(address, cancellationToken);
        yield return page;
        while (page.Next is { } next)
        {
            page = await api.GetAsync(next, cancellationToken);
            yield return page;
        }
    }
}
