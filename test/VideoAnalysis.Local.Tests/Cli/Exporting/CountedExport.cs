using VideoAnalysis.Local.Cli.Exporting;

namespace VideoAnalysis.Local.Tests.Cli.Exporting;

/// <summary>Measures after every page.</summary>
internal sealed class CountedExport(IExport export, Action measure) : IExport
{
    public bool Has(ExportedResult result) => export.Has(result);

    public Task WriteAsync(
        ExportedResult result, IAsyncEnumerable<ReadOnlyMemory<byte>> pages, CancellationToken cancellationToken) =>
        export.WriteAsync(result, pages.Select(page =>
        {
            measure();
            return page;
        }), cancellationToken);

    public Task CompleteAsync(CancellationToken cancellationToken) => export.CompleteAsync(cancellationToken);

    public ValueTask DisposeAsync() => export.DisposeAsync();
}
