using System.Text.Encodings.Web;
using System.Text.Json;
using VideoAnalysis.Local.Cli.Client;

namespace VideoAnalysis.Local.Cli.Files;

/// <summary>Makes one answer of an answer's pages: the first one's members, and what the pages list.</summary>
internal static class JsonPages
{
    private const string Next = "next";

    // Keys stay readable in any script; this is no HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the one answer, holding no more than a page.</summary>
    public static async Task WriteAsync(
        IAsyncEnumerable<ApiAnswer> pages, ResultKind kind, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        var isFirst = true;
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            using var document = JsonDocument.Parse(page.Body);
            if (isFirst)
            {
                foreach (var member in document.RootElement.EnumerateObject()
                    .Where(member => member.Name != Next && member.Name != kind.Member))
                {
                    member.WriteTo(json);
                }

                json.WriteStartArray(kind.Member);
                isFirst = false;
            }

            foreach (var item in document.RootElement.GetProperty(kind.Member).EnumerateArray())
            {
                item.WriteTo(json);
            }

            await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        output.WriteByte((byte)'\n');
    }
}
