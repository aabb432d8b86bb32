namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary>Where an export goes, in one form.</summary>
internal interface IExport : IAsyncDisposable
{
    /// <summary>Whether an earlier run has exported these results, and they are there.</summary>
    bool Has(ExportedResult result);

    /// <summary>Writes the detections of one analysis of one video.</summary>
    /// <param name="result">Which.</param>
    /// <param name="pages">The API's pages of them, a line of JSON each.</param>
    /// <param name="cancellationToken">Gives up; the next run goes on with these results.</param>
    Task WriteAsync(
        ExportedResult result, IAsyncEnumerable<ReadOnlyMemory<byte>> pages, CancellationToken cancellationToken);

    /// <summary>Ends the export: nothing is left to do.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
