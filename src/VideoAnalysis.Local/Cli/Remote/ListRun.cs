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
internal sealed class ListRun(ApiClient api, TextWriter output, TextWriter error)
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
        do
        {
            var page = await ReadAsync(status, prefix, Math.Min(left, MostAtOnce), next, cancellationToken);
            foreach (var video in page.Videos)
            {
                if (isEmpty)
                {
                    await output.WriteLineAsync(Row("STATUS", "UPLOADED (UTC)", "SIZE", "VIDEO", "APPEARANCES"));
                    isEmpty = false;
                }

                await output.WriteLineAsync(Row(video));
                left--;
            }

            next = page.Next;
        }
        while (next is not null && left > 0);

        if (isEmpty)
        {
            await error.WriteLineAsync((status, prefix) is (null, null) ? "There are no videos." : "There are no such videos.");
        }
        else if (next is not null)
        {
            await error.WriteLineAsync("There are more: --all, or a larger --limit.");
        }

        return ExitCodes.Success;
    }

    private async Task<VideoListAnswer> ReadAsync(string? status, string? prefix, int limit, string? next, CancellationToken cancellationToken)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"results?limit={limit}");
        query += status is null ? "" : $"&status={status}";
        query += prefix is null ? "" : $"&prefix={Uri.EscapeDataString(prefix)}";
        query += next is null ? "" : $"&next={Uri.EscapeDataString(next)}";
        var answer = await api.GetAsync(query, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, ListJson.Default.VideoListAnswer)!;
        }
        catch (JsonException e)
        {
            throw new ApiException($"The answer of {answer.Address} makes no sense. Is it the API of a video analysis?", e);
        }
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
