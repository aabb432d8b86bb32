namespace VideoAnalysis.Local.Cli.Remote.Files;

/// <summary>A form in which results are written to a file: one of the API's.</summary>
/// <param name="Name">The API's name of it, which is the option's and the extension's too.</param>
/// <param name="Join">Makes one document of the pages.</param>
internal sealed record FileFormat(string Name, Func<IAsyncEnumerable<ApiAnswer>, Stream, CancellationToken, Task> Join)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FileFormat> All { get; } =
    [
        new("json", JsonPages.WriteAsync),

        // The names of the columns.
        new("csv", WithoutRepeatedFirstLineAsync),

        // The line that says WEBVTT.
        new("vtt", WithoutRepeatedFirstLineAsync),
    ];

    private static async Task WithoutRepeatedFirstLineAsync(
        IAsyncEnumerable<ApiAnswer> pages, Stream output, CancellationToken cancellationToken)
    {
        var isFirst = true;
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            var rest = isFirst ? 0 : page.Body.Span.IndexOf((byte)'\n') + 1;
            await output.WriteAsync(page.Body[rest..], cancellationToken);
            isFirst = false;
        }
    }
}
