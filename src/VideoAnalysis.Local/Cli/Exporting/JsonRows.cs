using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoAnalysis.Local.Cli.Exporting;

/// <summary>
/// JSON Lines: a line a detection, with the API's members; before them stand <c>video</c> and <c>analysis</c>.
/// </summary>
internal sealed class JsonRows : ITextRows
{
    /// <inheritdoc/>
    public void WriteHead(IBufferWriter<byte> output)
    {
    }

    /// <inheritdoc/>
    public void WriteRow(ExportedResult result, ReadOnlyMemory<byte> detection, IBufferWriter<byte> output)
    {
        var video = JsonEncodedText.Encode(result.Video, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        output.Write("{\"video\":\""u8);
        output.Write(video.EncodedUtf8Bytes);
        output.Write("\",\"analysis\":\""u8);
        output.Write(JsonEncodedText.Encode(result.Analysis).EncodedUtf8Bytes);
        output.Write("\","u8);
        output.Write(detection.Span[1..]);
        output.Write("\n"u8);
    }
}
