using System.Buffers;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Api.Formats;

namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary>CSV of one analysis, with the columns that the API's CSV has.</summary>
/// <param name="analysis">The analysis.</param>
internal sealed class CsvRows(Analysis analysis) : ITextRows
{
    /// <inheritdoc/>
    public void WriteHead(IBufferWriter<byte> output) =>
        CsvFormat.WriteRow([CsvFormat.VideoColumn, .. analysis.Columns], output);

    /// <inheritdoc/>
    public void WriteRow(ExportedResult result, ReadOnlyMemory<byte> detection, IBufferWriter<byte> output)
    {
        CsvFormat.WriteRow(
            [CsvFormat.FieldOf(TableValue.Of(result.Video)), .. analysis.RowOf(analysis.Read(detection.Span))
                .Select(CsvFormat.FieldOf)], output);
    }
}
