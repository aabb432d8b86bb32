using System.Buffers;

namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary>An export as text: standard output, or a file with a note of how far it has come.</summary>
internal sealed class TextExport : IExport
{
    private readonly ITextRows _rows;
    private readonly Stream _output;
    private readonly ExportProgress? _progress;
    private bool _isEmpty;

    /// <param name="rows">In which form.</param>
    /// <param name="output">Where to.</param>
    /// <param name="progress">How far an earlier run has come; null where none can be gone on with.</param>
    public TextExport(ITextRows rows, Stream output, ExportProgress? progress)
    {
        (_rows, _output, _progress) = (rows, output, progress);
        _isEmpty = progress is not { IsResumed: true };
    }

    /// <summary>An export to a file. One that an earlier run left in the middle goes on.</summary>
    /// <param name="rows">In which form.</param>
    /// <param name="path">The file.</param>
    public static TextExport ToFile(ITextRows rows, string path)
    {
        var progress = new ExportProgress(path + ".progress");
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);

        // What stands behind it was not safe yet, or is of an export that was whole.
        file.SetLength(Math.Min(progress.Length, file.Length));
        file.Position = file.Length;
        return new(rows, file, progress);
    }

    /// <inheritdoc/>
    public bool Has(ExportedResult result) => _progress?.Has(result) ?? false;

    /// <inheritdoc/>
    public async Task WriteAsync(
        ExportedResult result, IAsyncEnumerable<ReadOnlyMemory<byte>> pages, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        if (_isEmpty)
        {
            _rows.WriteHead(buffer);
            _isEmpty = false;
        }

        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var line in PageLines.Of(page))
            {
                _rows.WriteRow(result, line, buffer);
            }

            await _output.WriteAsync(buffer.WrittenMemory, cancellationToken);
            buffer.ResetWrittenCount();
        }

        await _output.WriteAsync(buffer.WrittenMemory, cancellationToken);
        await _output.FlushAsync(cancellationToken);
        if (_progress is not null && _output is FileStream file)
        {
            file.Flush(flushToDisk: true);
            _progress.Add([result], file.Length);
        }
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_isEmpty)
        {
            var buffer = new ArrayBufferWriter<byte>();
            _rows.WriteHead(buffer);
            await _output.WriteAsync(buffer.WrittenMemory, cancellationToken);
        }

        await _output.FlushAsync(cancellationToken);
        _progress?.Complete();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _progress?.Dispose();
        await _output.DisposeAsync();
    }
}
