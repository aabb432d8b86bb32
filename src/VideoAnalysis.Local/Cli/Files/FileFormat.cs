using VideoAnalysis.Local.Cli.Client;

namespace VideoAnalysis.Local.Cli.Files;

/// <summary>A form in which results are written to a file: one of the API's.</summary>
/// <param name="Name">The API's name of it, which is the option's and the extension's too.</param>
/// <param name="Join">Makes one document of the pages.</param>
internal sealed record FileFormat(
    string Name, Func<IAsyncEnumerable<ApiAnswer>, ResultKind, Stream, CancellationToken, Task> Join)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FileFormat> All { get; } =
    [
        new("json", JsonPages.WriteAsync),

        // The names of the columns come in every page, and the row that names the next page is the last.
        new("csv", (pages, _, output, stop) => JoinAsync(pages, output, firstLines: 1, lastLines: 1, stop)),
        new("ndjson", (pages, _, output, stop) => JoinAsync(pages, output, firstLines: 0, lastLines: 1, stop)),

        // The line that says WEBVTT; and the comment that names the next page, with the empty line before it.
        new("vtt", (pages, _, output, stop) => JoinAsync(pages, output, firstLines: 1, lastLines: 2, stop)),
    ];

    /// <summary>Joins pages.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="output">Where to.</param>
    /// <param name="firstLines">The lines that every page begins with; the first page's stay.</param>
    /// <param name="lastLines">The lines that a page ends with which another follows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private static async Task JoinAsync(
        IAsyncEnumerable<ApiAnswer> pages, Stream output, int firstLines, int lastLines,
        CancellationToken cancellationToken)
    {
        var isFirst = true;
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            var body = page.Body;
            for (var i = 0; i < firstLines && !isFirst; i++)
            {
                body = body[(body.Span.IndexOf((byte)'\n') + 1)..];
            }

            for (var i = 0; i < lastLines && page.Next is not null; i++)
            {
                body = body[..(body.Span[..^1].LastIndexOf((byte)'\n') + 1)];
            }

            await output.WriteAsync(body, cancellationToken);
            isFirst = false;
        }
    }
}
