using System.Globalization;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Client;

namespace VideoAnalysis.Local.Cli.Files;

/// <summary>Fetches the whole result of an analysis, all pages of it.</summary>
internal sealed class ResultDownload(ApiClient api, ResultKind kind, int pageSize = ResultDownload.DefaultPageSize)
{
    private const int DefaultPageSize = 1000;

    /// <summary>Writes what an analysis found.</summary>
    /// <param name="key">The video's object key.</param>
    /// <param name="analysis">The analysis.</param>
    /// <param name="filter">Which detections, or appearances.</param>
    /// <param name="format">In which form.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">A page cannot be had.</exception>
    public Task WriteAsync(
        string key, string analysis, DetectionFilter filter, FileFormat format, Stream output,
        CancellationToken cancellationToken)
    {
        var query = filter.ToQuery(
            analysis, ("limit", pageSize.ToString(CultureInfo.InvariantCulture)), ("format", format.Name));
        var pages = api.PagesAsync(VideoAddress.Of(key, query, kind.Resource), cancellationToken);
        return format.Join(pages, kind, output, cancellationToken);
    }
}
