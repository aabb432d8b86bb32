using System.Buffers;
using System.Text;
using VideoAnalysis.Analyses;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>
/// CSV as RFC 4180 has it: a row a detection, below the names of the columns. The first column is the video's key;
/// which others there are is the analysis's own business. When another page follows, the last row says so: in its
/// first field stands <c># next: TOKEN</c>, which no key of a video can be, and the other fields are empty.
/// </summary>
/// <remarks>
/// By hand: the libraries for it map types by reflection, which a trimmed function cannot have, and what is left is
/// the quoting below.
/// </remarks>
internal sealed class CsvFormat() : Format<VideoResult>("csv", "text/csv", "text/csv; charset=utf-8; header=present")
{
    /// <summary>The name of the first column.</summary>
    internal const string VideoColumn = "video";

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>What the keys may add to a page, in bytes: it has room for that below Lambda's 6 MB.</summary>
    private const int MostBytesOfKeys = 500_000;

    public override int MostResults(string key) =>
        MostBytesOfKeys / Encoding.UTF8.GetByteCount(Quoted(VideoField(key)));

    public override void Write(VideoResult result, IBufferWriter<byte> output)
    {
        var columns = result.Analysis.Columns;
        var video = VideoField(result.Overview.Upload.Video.Key);
        WriteRow([VideoColumn, .. columns], output);
        foreach (var detection in result.ReadDetections())
        {
            WriteRow([video, .. result.Analysis.RowOf(detection).Select(FieldOf)], output);
        }

        if (result.Next is { } next)
        {
            WriteRow([$"# next: {next}", .. columns.Select(_ => "")], output);
        }
    }

    /// <summary>
    /// A field's text. Spreadsheets run a text that begins like a formula; an apostrophe before it stops that
    /// (OWASP, "CSV Injection"). Numbers are no texts: a minus stays a minus.
    /// </summary>
    internal static string FieldOf(TableValue value) =>
        value is { Kind: TableKind.Text, Text: ['=' or '+' or '-' or '@' or '\t' or '\r', ..] } ? "'" + value.Text
            : value.Text;

    private static string VideoField(string key) => FieldOf(TableValue.Of(key));

    /// <summary>Writes a row.</summary>
    internal static void WriteRow(IEnumerable<string> fields, IBufferWriter<byte> output)
    {
        var isFirst = true;
        foreach (var field in fields)
        {
            if (!isFirst)
            {
                output.Write(","u8);
            }

            isFirst = false;
            Encoding.UTF8.GetBytes(Quoted(field), output);
        }

        output.Write("\r\n"u8);
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(Special) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
