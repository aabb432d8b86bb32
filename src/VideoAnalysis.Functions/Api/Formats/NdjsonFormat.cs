using System.Buffers;
using System.Text.Json;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>
/// Newline-delimited JSON: a line a detection. When another page follows, the last line says so:
/// <c>{"next":"TOKEN"}</c>.
/// </summary>
internal sealed class NdjsonFormat() : Format<VideoResult>("ndjson", "application/x-ndjson", "application/x-ndjson")
{
    public override void Write(VideoResult result, IBufferWriter<byte> output)
    {
        foreach (var line in result.Lines)
        {
            output.Write(line.Json.Span);
            output.Write("\n"u8);
        }

        WriteNext(result.Next?.ToString(), output);
    }

    /// <summary>Writes the last line of a page that another follows.</summary>
    internal static void WriteNext(string? next, IBufferWriter<byte> output)
    {
        if (next is null)
        {
            return;
        }

        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("next", next);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
