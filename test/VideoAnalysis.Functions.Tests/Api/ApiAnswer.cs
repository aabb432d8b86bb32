using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace VideoAnalysis.Functions.Tests.Api;

/// <summary>What a function answered, as API Gateway reads it.</summary>
/// <param name="json">The answer in payload format 2.0.</param>
/// <param name="size">Its bytes, which Lambda limits.</param>
internal sealed class ApiAnswer(JsonElement json, long size)
{
    public long Size => size;

    public int Status => json.GetProperty("statusCode").GetInt32();

    public byte[] Body
    {
        get
        {
            var body = json.TryGetProperty("body", out var text) ? text.GetString() ?? "" : "";
            return json.TryGetProperty("isBase64Encoded", out var encoded) && encoded.GetBoolean()
                ? Convert.FromBase64String(body)
                : Encoding.UTF8.GetBytes(body);
        }
    }

    /// <summary>The body, decompressed.</summary>
    public string Text
    {
        get
        {
            using var body = new MemoryStream(Body);
            using Stream plain = Header("Content-Encoding") switch
            {
                "gzip" => new GZipStream(body, CompressionMode.Decompress),
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                _ => body,
            };
            using var reader = new StreamReader(
                plain, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
            return reader.ReadToEnd();
        }
    }

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The query of the next page, without its question mark; null on the last.</summary>
    public string? NextQuery =>
        Header("Link") is { } link ? link[2..link.IndexOf('>', StringComparison.Ordinal)] : null;

    public string? Header(string name) =>
        json.GetProperty("headers").TryGetProperty(name, out var value) ? value.GetString() : null;
}
