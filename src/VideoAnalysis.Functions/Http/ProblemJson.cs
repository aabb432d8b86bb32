using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoAnalysis.Functions.Http;

/// <summary>A problem document as RFC 9457 writes it.</summary>
internal static class ProblemJson
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>Keys are readable in any script; the answer is JSON, never HTML.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one.</summary>
    public static ReadOnlyMemory<byte> Write(Problem problem)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("type", problem.TypeUri);
        json.WriteString("title", problem.Title);
        json.WriteNumber("status", problem.Status);
        json.WriteString("detail", problem.Detail);
        if (problem.Parameter is { } parameter)
        {
            json.WriteString("parameter", parameter);
        }

        if (problem.Allowed is { } allowed)
        {
            json.WriteString("allowed", allowed);
        }

        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }
}
