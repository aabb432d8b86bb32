using VideoAnalysis.Local.Cli.Exporting;

namespace VideoAnalysis.Local.Tests.Cli.Exporting;

/// <summary>Breaks off after some results.</summary>
internal sealed class InterruptedExport(IExport export, int results, string because) : IExport
{
    private int _left = results;

    public bool Has(ExportedResult result) => export.Has(result);

    public Task WriteAsync(
        ExportedResult result, IAsyncEnumerable<ReadOnlyMemory<byte>> pages, CancellationToken cancellationToken) =>
        _left-- > 0 ? export.WriteAsync(result, pages, cancellationToken) : throw new InvalidDataException(because);

    public Task CompleteAsync(CancellationToken cancellationToken) => export.CompleteAsync(cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
