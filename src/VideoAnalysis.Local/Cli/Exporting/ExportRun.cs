using System.Runtime.CompilerServices;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Results;

namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary>One run of <c>export</c>: all results of the videos that an endpoint knows, newest first.</summary>
/// <param name="api">The API.</param>
/// <param name="export">Where to.</param>
/// <param name="error">Where is told how much there was.</param>
internal sealed class ExportRun(ApiClient api, IExport export, TextWriter error)
{
    /// <summary>Exports.</summary>
    /// <param name="analyses">The names of the analyses.</param>
    /// <param name="prefix">What the object keys begin with; null for anything.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="ApiException">The API answers with an error, or not at all.</exception>
    public async Task<int> RunAsync(IReadOnlyList<string> analyses, string? prefix, CancellationToken cancellationToken)
    {
        var (written, before) = (0, 0);
        await foreach (var video in VideosAsync(prefix, cancellationToken))
        {
            foreach (var name in analyses)
            {
                if (!video.Analyses.TryGetValue(name, out var analysis) || !analysis.Succeeded)
                {
                    continue;
                }

                var result = new ExportedResult(video.Key, name, analysis.CompletedAt);
                if (export.Has(result))
                {
                    before++;
                    continue;
                }

                await export.WriteAsync(result, PagesAsync(result, cancellationToken), cancellationToken);
                written++;
            }
        }

        await export.CompleteAsync(cancellationToken);
        await error.WriteLineAsync(before == 0
            ? $"Results exported: {written}."
            : $"Results exported: {written}, and {before} before.");
        return ExitCodes.Success;
    }

    private async IAsyncEnumerable<VideoListItem> VideosAsync(
        string? prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new ListFilter(Prefix: prefix).ToQuery(VideoListQuery.MaxLimit);
        await foreach (var page in api.PagesAsync($"results?{query}", cancellationToken))
        {
            foreach (var video in page.Read(ListJson.Default.VideoListAnswer).Videos)
            {
                yield return video;
            }
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> PagesAsync(
        ExportedResult result, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = $"{DetectionFilter.None.ToQueryOfLargePages(result.Analysis)}&format=ndjson";
        await foreach (var page in api.PagesAsync(VideoAddress.Of(result.Video, query), cancellationToken))
        {
            // The last line of a page that another follows names it.
            yield return page.Next is null ? page.Body
                : page.Body[..(page.Body.Span[..^1].LastIndexOf((byte)'\n') + 1)];
        }
    }
}
