using System.Buffers;
using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>CSV: a row an appearance, which is the same for every analysis.</summary>
internal sealed class AppearanceCsvFormat() : Format<AppearancePage>("csv", "text/csv", "text/csv; charset=utf-8")
{
    private static readonly string[] Columns =
    [
        "video", "id", "subject", "name", "person", "start", "end", "present", "detections", "confidence",
        "bestTimestamp", "bestConfidence", "bestLeft", "bestTop", "bestWidth", "bestHeight", "ended", "source",
        "acrossCuts",
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
