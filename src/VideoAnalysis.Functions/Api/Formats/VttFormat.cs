using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>
/// A WebVTT metadata track: a cue for each moment at which something was seen, whose text is what was seen, as JSON.
/// A video element shows the cues to its page at the right time (<c>&lt;track kind="metadata"&gt;</c>).
/// </summary>
internal sealed class VttFormat() : ResultFormat("vtt", "text/vtt", "text/vtt; charset=utf-8")
{
    /// <summary>Rekognition looks at about two frames a second: what was seen holds that long, in milliseconds.</summary>
    private const long SamplingInterval = 500;

    /// <summary>The next moment is this near unless one was left out: a sample without a detection, say.</summary>
    private const long LongestInterval = SamplingInterval * 3 / 2;

    // In JSON, a greater-than sign stands in texts only, and the default encoder writes it as an escape: no text
    // can make "-->", which would end the cue. Nor can it make a line of its own.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    public override void Write(VideoResult result, IBufferWriter<byte> output)
    {
        output.Write("WEBVTT\n"u8);
        using var json = new Utf8JsonWriter(output, Options);
        var detections = result.Detections;
        for (var (start, end) = (0, 0); start < detections.Count; start = end)
        {
            var timestamp = detections[start].Timestamp;
            while (end < detections.Count && detections[end].Timestamp == timestamp)
            {
                end++;
            }

            var next = end < detections.Count ? detections[end].Timestamp : result.Next?.Timestamp;
            Encoding.UTF8.GetBytes($"\n{Time(timestamp)} --> {Time(EndOf(timestamp, next))}\n", output);
            WriteText(json, result.Analysis, timestamp, detections.Skip(start).Take(end - start));
            output.Write("\n"u8);
        }
    }

    private static void WriteText(
        Utf8JsonWriter json, Analysis analysis, long timestamp, IEnumerable<Detection> detections)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString("analysis", analysis.Name);
        json.WriteNumber("timestamp", timestamp);
        json.WriteStartArray("detections");
        foreach (var detection in detections)
        {
            JsonSerializer.Serialize(json, detection, analysis.DetectionJson);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    // A page may end within a moment; the next one then begins with the same.
    private static long EndOf(long timestamp, long? next) =>
        next is { } soon && soon > timestamp && soon - timestamp <= LongestInterval ? soon : timestamp + SamplingInterval;

    private static string Time(long milliseconds)
    {
        var (hours, rest) = Math.DivRem(milliseconds, 3_600_000);
        return string.Create(
            CultureInfo.InvariantCulture, $"{hours:00}:{rest / 60_000:00}:{rest / 1_000 % 60:00}.{rest % 1_000:000}");
    }
}
