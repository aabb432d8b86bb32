using System.Buffers;
using System.Text;
using System.Text.Json;
using VideoAnalysis.Appearances;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>
/// A WebVTT metadata track: a cue an appearance, from its start to its end, whose text is it, as JSON.
/// </summary>
internal sealed class AppearanceVttFormat() : Format<AppearancePage>("vtt", "text/vtt", "text/vtt; charset=utf-8")
{
    public override void Write(AppearancePage page, IBufferWriter<byte> output)
    {
        output.Write("WEBVTT\n"u8);
        foreach (var appearance in page.Appearances)
        {
            // A cue has to have a length.
            var end = Math.Max(appearance.End, appearance.Start + 1);
            Encoding.UTF8.GetBytes($"\n{VttFormat.Time(appearance.Start)} --> {VttFormat.Time(end)}\n", output);
            VttFormat.WriteLine(
                output, JsonSerializer.SerializeToUtf8Bytes(appearance, AppearanceJson.Default.Appearance));
            output.Write("\n"u8);
        }

        if (page.Next is { } next)
        {
            Encoding.UTF8.GetBytes($"\nNOTE next: {next}\n", output);
        }
    }
}
