using System.Buffers;
using System.Text;
using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>JSON: the video, and the page.</summary>
internal sealed class AppearanceJsonFormat(ResultJson json)
    : AppearanceFormat("json", "application/json", "application/json")
{
    public override void Write(AppearancePage page, IBufferWriter<byte> output) => json.Write(page, output);
}

/// <summary>CSV: a row an appearance, which is the same for every analysis.</summary>
internal sealed class AppearanceCsvFormat() : AppearanceFormat("csv", "text/csv", "text/csv; charset=utf-8")
{
    private static readonly string[] Columns =
    [
        "video", "id", "subject", "name", "person", "start", "end", "present", "detections", "confidence",
        "bestTimestamp", "bestConfidence", "bestLeft", "bestTop", "bestWidth", "bestHeight", "ended", "source", "acrossCuts",
    ];

    public override void Write(AppearancePage page, IBufferWriter<byte> output)
    {
        CsvFormat.WriteRow(Columns, output);
        var video = CsvFormat.FieldOf(TableValue.Of(page.Overview.Upload.Video.Key));
        foreach (var appearance in page.Appearances)
        {
            CsvFormat.WriteRow([video, .. Row(appearance).Select(CsvFormat.FieldOf)], output);
        }

        if (page.Next is { } next)
        {
            CsvFormat.WriteRow([$"# next: {next}", .. Columns.Skip(1).Select(_ => "")], output);
        }
    }

    private static IEnumerable<TableValue> Row(Appearance appearance) =>
    [
        TableValue.Of(appearance.Id),
        TableValue.Of(appearance.Subject?.Key),
        TableValue.Of(appearance.Subject?.Name),
        TableValue.Of(appearance.Person),
        TableValue.Of(appearance.Start),
        TableValue.Of(appearance.End),
        TableValue.Of(appearance.Present),
        TableValue.Of(appearance.Detections),
        TableValue.Of(appearance.Confidence),
        TableValue.Of(appearance.Best.Timestamp),
        TableValue.Of(appearance.Best.Confidence),
        TableValue.Of(appearance.Best.BoundingBox?.Left),
        TableValue.Of(appearance.Best.BoundingBox?.Top),
        TableValue.Of(appearance.Best.BoundingBox?.Width),
        TableValue.Of(appearance.Best.BoundingBox?.Height),
        TableValue.Of(NameOf(appearance.Ended)),
        TableValue.Of(NameOf<AppearanceSource>(appearance.Source)),
        TableValue.Of(NameOf(appearance.AcrossCuts)),
    ];

    /// <summary>The name that the JSON has.</summary>
    private static string? NameOf<T>(T? value)
        where T : struct, Enum => value?.ToString().ToLowerInvariant();
}

/// <summary>Newline-delimited JSON: a line an appearance.</summary>
internal sealed class AppearanceNdjsonFormat()
    : AppearanceFormat("ndjson", "application/x-ndjson", "application/x-ndjson")
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

/// <summary>A WebVTT metadata track: a cue an appearance, from its start to its end, whose text is it, as JSON.</summary>
internal sealed class AppearanceVttFormat() : AppearanceFormat("vtt", "text/vtt", "text/vtt; charset=utf-8")
{
    public override void Write(AppearancePage page, IBufferWriter<byte> output)
    {
        output.Write("WEBVTT\n"u8);
        foreach (var appearance in page.Appearances)
        {
            // A cue has to have a length.
            var end = Math.Max(appearance.End, appearance.Start + 1);
            Encoding.UTF8.GetBytes($"\n{VttFormat.Time(appearance.Start)} --> {VttFormat.Time(end)}\n", output);
            VttFormat.WriteLine(output, JsonSerializer.SerializeToUtf8Bytes(appearance, AppearanceJson.Default.Appearance));
            output.Write("\n"u8);
        }

        if (page.Next is { } next)
        {
            Encoding.UTF8.GetBytes($"\nNOTE next: {next}\n", output);
        }
    }
}
