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
    /// <param name="status">The status of the videos; null for any.</param>
    /// <param name="prefix">What their object keys begin with; null for anything.</param>
    /// <param name="limit">How many at most; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(string? status, string? prefix, int? limit, CancellationToken cancellationToken)
    {
        var left = limit ?? int.MaxValue;
        var isEmpty = true;
        string? next = null;
        await WriteAsync(asJson ? "{\"videos\":[" : "");
        do
        {
            var answer = await AskAsync(status, prefix, Math.Min(left, MostAtOnce), next, cancellationToken);
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
            await error.WriteLineAsync((status, prefix) is (null, null) ? "There are no videos." : "There are no such videos.");
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
            await output.WriteLineAsync(Row("STATUS", "UPLOADED (UTC)", "SIZE", "VIDEO", "APPEARANCES"));
        }

        foreach (var video in page.Videos)
        {
            await output.WriteLineAsync(Row(video));
        }
    }

    private static string ElementsOf(ApiAnswer answer)
    {
        using var document = JsonDocument.Parse(answer.Body);
        return string.Join(',', document.RootElement.GetProperty("videos").EnumerateArray().Select(video => video.GetRawText()));
    }

    private async Task<ApiAnswer> AskAsync(string? status, string? prefix, int limit, string? next, CancellationToken cancellationToken)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"results?limit={limit}");
        query += status is null ? "" : $"&status={status}";
        query += prefix is null ? "" : $"&prefix={Uri.EscapeDataString(prefix)}";
        query += next is null ? "" : $"&next={Uri.EscapeDataString(next)}";
        return await api.GetAsync(query, cancellationToken);
    }

    private static string Row(VideoListItem video) => Row(
        video.Status,
        video.UploadedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        video.Size is { } size ? Bytes(size) : "",
        Printable.Line(video.Key),
        string.Join(", ", video.Analyses.Select(each => Found(each.Key, each.Value))));

    private static string Found(string name, VideoAnswerAnalysis analysis) =>
        analysis.Succeeded ? string.Create(CultureInfo.InvariantCulture, $"{name} {analysis.Summary?.Appearances?.Count ?? 0:N0}")
        : analysis.Failed ? $"{name} failed"
        : $"{name} {StatusText.Of(analysis)}";

    // Most keys fit into their column; a longer one pushes what comes after it.
    private static string Row(string status, string uploaded, string size, string key, string found) =>
        $"{status,-11}  {uploaded,-19}  {size,8}  {key,-32}  {found}";

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
