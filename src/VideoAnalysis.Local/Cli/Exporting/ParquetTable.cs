using Parquet;
using Parquet.Schema;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Api.Formats;

namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary>
/// One Parquet file of the detections of one analysis: the columns of its CSV, each with a type of its own. No more
/// than a row group is in memory.
/// </summary>
internal sealed class ParquetTable : IAsyncDisposable
{
    private const int RowsInGroup = 50_000;

    private readonly Analysis _analysis;
    private readonly ParquetColumn[] _columns;
    private readonly ParquetWriter _writer;
    private int _pending;

    private ParquetTable(Analysis analysis, ParquetColumn[] columns, ParquetWriter writer) =>
        (_analysis, _columns, _writer) = (analysis, columns, writer);

    /// <summary>How many rows there are.</summary>
    public long Rows { get; private set; }

    /// <summary>Begins a file.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="first">The API's JSON of a detection: a column is of the same type in all of them.</param>
    /// <param name="output">The file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ParquetTable> BeginAsync(
        Analysis analysis, ReadOnlyMemory<byte> first, Stream output, CancellationToken cancellationToken)
    {
        ParquetColumn[] columns =
        [
            ParquetColumn.Of(CsvFormat.VideoColumn, TableKind.Text),
            .. analysis.Columns.Zip(RowOf(analysis, first), (name, value) => ParquetColumn.Of(name, value.Kind)),
        ];
        var schema = new ParquetSchema([.. columns.Select(column => column.Field)]);
        var writer = await ParquetWriter.CreateAsync(
            schema, output, new ParquetOptions { CompressionMethod = CompressionMethod.Zstd },
            cancellationToken: cancellationToken);
        return new(analysis, columns, writer);
    }

    /// <summary>Adds a detection.</summary>
    public async Task AddAsync(string video, ReadOnlyMemory<byte> detection, CancellationToken cancellationToken)
    {
        _columns[0].Add(video);
        foreach (var (column, value) in _columns.Skip(1).Zip(RowOf(_analysis, detection)))
        {
            column.Add(value.Text);
        }

        Rows++;
        if (++_pending == RowsInGroup)
        {
            await WriteGroupAsync(cancellationToken);
        }
    }

    /// <summary>Writes what is left, and ends the file.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_pending > 0)
        {
            await WriteGroupAsync(cancellationToken);
        }

        await _writer.DisposeAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async Task WriteGroupAsync(CancellationToken cancellationToken)
    {
        using var group = _writer.CreateRowGroup();
        foreach (var column in _columns)
        {
            await column.WriteAsync(group, cancellationToken);
        }

        _pending = 0;
    }

    private static IEnumerable<TableValue> RowOf(Analysis analysis, ReadOnlyMemory<byte> detection) =>
        analysis.RowOf(analysis.Read(detection.Span));
}
