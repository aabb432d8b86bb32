using System.Globalization;
using System.Text.Json;

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
    /// <param name="limit">How many at most; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(string? status, int? limit, CancellationToken cancellationToken)
    {
        var left = limit ?? int.MaxValue;
        var isEmpty = true;
        string? next = null;
        do
        {
            var page = await ReadAsync(status, Math.Min(left, MostAtOnce), next, cancellationToken);
            foreach (var video in page.Videos)
            {
                if (isEmpty)
                {
                    await output.WriteLineAsync(Row("STATUS", "UPLOADED (UTC)", "SIZE", "FACES", "VIDEO"));
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
            await error.WriteLineAsync(status is null ? "There are no videos." : $"There are no videos with the status {status}.");
        }
        else if (next is not null)
        {
            await error.WriteLineAsync("There are more: --all, or a larger --limit.");
        }

        return ExitCodes.Success;
    }

    private async Task<VideoListAnswer> ReadAsync(string? status, int limit, string? next, CancellationToken cancellationToken)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"results?limit={limit}");
        query += status is null ? "" : $"&status={status}";
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
        video.Analyses.GetValueOrDefault("faces")?.Summary?.Detections.ToString("N0", CultureInfo.InvariantCulture) ?? "",
        Printable.Line(video.Key));

    // The key comes last: nobody knows how long it is.
    private static string Row(string status, string uploaded, string size, string faces, string key) =>
        $"{status,-11}  {uploaded,-19}  {size,8}  {faces,9}  {key}";

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
