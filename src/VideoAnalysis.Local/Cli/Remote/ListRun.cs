using System.Globalization;
using System.Text.Json;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary>One run of <c>list</c>: a row a video, as the pages come.</summary>
/// <param name="api">The API.</param>
/// <param name="output">Where the table goes.</param>
/// <param name="error">Where is told what is not in it.</param>
/// <param name="asJson">Whether programs are to read it: the API's own document, of all pages.</param>
internal sealed class ListRun(ApiClient api, TextWriter output, TextWriter error, bool asJson = false)
{
    /// <summary>How many videos are asked for at once.</summary>
    private const int MostAtOnce = 100;

    /// <summary>Writes the table.</summary>
    /// <param name="filter">Which videos.</param>
    /// <param name="limit">How many at most; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(ListFilter filter, int? limit, CancellationToken cancellationToken)
    {
        var left = limit ?? int.MaxValue;
        var isEmpty = true;
        string? next = null;
        await WriteAsync(asJson ? "{\"videos\":[" : "");
        do
        {
            var answer = await api.GetAsync(
                $"results?{filter.ToQuery(Math.Min(left, MostAtOnce), next)}", cancellationToken);
            var page = answer.Read(ListJson.Default.VideoListAnswer);
            if (asJson)
            {
                await WriteAsync(isEmpty || page.Videos.Count == 0 ? "" : ",");
                await WriteAsync(ElementsOf(answer));
            }
            else
            {
                await WriteRowsAsync(page, isEmpty);
            }

            isEmpty &= page.Videos.Count == 0;
            left -= page.Videos.Count;
            next = page.Next;
        }
        while (next is not null && left > 0);

        if (asJson)
        {
            await output.WriteLineAsync("]}");
        }
        else if (isEmpty)
        {
            await error.WriteLineAsync(
                filter == new ListFilter() ? "There are no videos." : "There are no such videos.");
        }
        else if (next is not null)
        {
            await error.WriteLineAsync("There are more: --all, or a larger --limit.");
        }

        return ExitCodes.Success;
    }

    private Task WriteAsync(string text) => output.WriteAsync(text);

    private async Task WriteRowsAsync(VideoListAnswer page, bool isFirst)
    {
        if (isFirst && page.Videos.Count > 0)
        {
            await output.WriteLineAsync(Row("STATUS", "UPLOADED (UTC)", "SIZE", "APPEARANCES", "VIDEO"));
        }

        foreach (var video in page.Videos)
        {
            await output.WriteLineAsync(Row(video));
        }
    }

    private static string ElementsOf(ApiAnswer answer)
    {
        using var document = JsonDocument.Parse(answer.Body);
        return string.Join(
            ',', document.RootElement.GetProperty("videos").EnumerateArray().Select(video => video.GetRawText()));
    }

    private static string Row(VideoListItem video) => Row(
        video.Status,
        video.UploadedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        video.Size is { } size ? Bytes(size) : "",
        string.Join(", ", video.Analyses.Select(each => Found(each.Key, each.Value)).OfType<string>()),
        Printable.Line(video.Key));

    private static string? Found(string name, VideoAnswerAnalysis analysis) =>
        analysis.Succeeded ? analysis.Summary?.Appearances?.Count is > 0 and var count
            ? string.Create(CultureInfo.InvariantCulture, $"{name} {count:N0}")
            : null
        : analysis.Failed ? $"{name} failed"
        : $"{name} {StatusText.Of(analysis)}";

    // Keys may be long: they come last, so that they push nothing out of its column.
    private static string Row(string status, string uploaded, string size, string found, string key) =>
        $"{status,-11}  {uploaded,-16}  {size,8}  {found,-24}  {key}";

    private static string Bytes(long size)
    {
        string[] units = ["kB", "MB", "GB", "TB"];
        if (size < 1000)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{size} B");
        }

        var (value, unit) = (size / 1000.0, 0);
        while (value >= 999.95 && unit < units.Length - 1)
        {
            (value, unit) = (value / 1000, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value:0.0} {units[unit]}");
    }
}
