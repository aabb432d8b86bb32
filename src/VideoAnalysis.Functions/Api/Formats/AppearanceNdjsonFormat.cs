using System.Buffers;
using System.Text.Json;
using VideoAnalysis.Appearances;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>Newline-delimited JSON: a line an appearance.</summary>
internal sealed class AppearanceNdjsonFormat()
    : Format<AppearancePage>("ndjson", "application/x-ndjson", "application/x-ndjson")
{
    public override void Write(AppearancePage page, IBufferWriter<byte> output)
    {
        foreach (var appearance in page.Appearances)
        {
            output.Write(JsonSerializer.SerializeToUtf8Bytes(appearance, AppearanceJson.Default.Appearance));
            output.Write("\n"u8);
        }

        NdjsonFormat.WriteNext(page.Next?.ToString(), output);
    }
}
