using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>
/// Newline-delimited JSON: a line a detection. When another page follows, the last line says so:
/// <c>{"next":"TOKEN"}</c>.
/// </summary>
internal sealed class NdjsonFormat() : ResultFormat("ndjson", "application/x-ndjson", "application/x-ndjson")
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write(VideoResult result, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        foreach (var detection in result.Detections)
        {
            JsonSerializer.Serialize(json, detection, result.Analysis.DetectionJson);
            EndLine(json, output);
        }

        if (result.Next is { } next)
        {
            json.WriteStartObject();
            json.WriteString("next", next.ToString());
            json.WriteEndObject();
            EndLine(json, output);
        }
    }

    private static void EndLine(Utf8JsonWriter json, IBufferWriter<byte> output)
    {
        json.Flush();
        json.Reset();
        output.Write("\n"u8);
    }
}
