using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using VideoAnalysis.Analyses;
using VideoAnalysis.Results;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>
/// A WebVTT metadata track: a cue for each timestamp or span at which something is seen, whose text is that, as JSON.
/// A video element shows the cues to its page at the right time (<c>&lt;track kind="metadata"&gt;</c>). When another
/// page follows, a comment at the end says so (<c>NOTE next: TOKEN</c>).
/// </summary>
internal sealed class VttFormat() : Format<VideoResult>("vtt", "text/vtt", "text/vtt; charset=utf-8")
{
    /// <summary>
    /// The next timestamp is this near, in milliseconds, unless one was left out: a sample without a detection, say.
    /// </summary>
    private const long LongestInterval = Sampling.Interval * 3 / 2;

    /// <summary>
    /// In JSON, a greater-than sign stands in texts only, where it can be written as an escape: no text can make
    /// <c>--&gt;</c>, which would end the cue. Nor can it make a line of its own.
    /// </summary>
    private const byte Sign = (byte)'>';

    public override void Write(VideoResult result, IBufferWriter<byte> output)
    {
        output.Write("WEBVTT\n"u8);

        // Cues have to be in the order of time; an engine need not have any. The order of equal ones stays.
        var lines = result.Lines.OrderBy(line => line.Timestamp).ThenBy(line => line.End).ToList();
        for (var (start, end) = (0, 0); start < lines.Count; start = end)
        {
            var first = lines[start];
            while (end < lines.Count && (lines[end].Timestamp, lines[end].End) == (first.Timestamp, first.End))
            {
                end++;
            }

            var next = end < lines.Count ? lines[end].Timestamp : result.Next?.Timestamp;
            var until = first.End > first.Timestamp ? first.End : EndOf(first.Timestamp, next);
            Encoding.UTF8.GetBytes($"\n{Time(first.Timestamp)} --> {Time(until)}\n", output);
            WriteText(output, result.Analysis, first.Timestamp, CollectionsMarshal.AsSpan(lines)[start..end]);
            output.Write("\n"u8);
        }

        if (result.Next is not null)
        {
            Encoding.UTF8.GetBytes($"\nNOTE next: {result.Next}\n", output);
        }
    }

    private static void WriteText(
        IBufferWriter<byte> output, Analysis analysis, long timestamp, ReadOnlySpan<DetectionLine> lines)
    {
        Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"analysis":"{{analysis.Name}}","timestamp":{{timestamp}},"detections":["""),
            output);
        for (var i = 0; i < lines.Length; i++)
        {
            output.Write(i == 0 ? ""u8 : ","u8);
            WriteLine(output, lines[i].Json.Span);
        }

        output.Write("]}"u8);
    }

    /// <summary>Writes JSON so that it cannot end the cue.</summary>
    internal static void WriteLine(IBufferWriter<byte> output, ReadOnlySpan<byte> json)
    {
        for (var sign = json.IndexOf(Sign); sign >= 0; sign = json.IndexOf(Sign))
        {
            output.Write(json[..sign]);
            output.Write("\\u003E"u8);
            json = json[(sign + 1)..];
        }

        output.Write(json);
    }

    // What was seen holds until the next sample. A page may end within a timestamp; the next one then begins with the
    // same.
    private static long EndOf(long timestamp, long? next) =>
        next is { } soon && soon > timestamp && soon - timestamp <= LongestInterval ? soon
            : timestamp + Sampling.Interval;

    /// <summary>A time as a cue has it.</summary>
    internal static string Time(long milliseconds)
    {
        var (hours, rest) = Math.DivRem(milliseconds, 3_600_000);
        return string.Create(
            CultureInfo.InvariantCulture, $"{hours:00}:{rest / 60_000:00}:{rest / 1_000 % 60:00}.{rest % 1_000:000}");
    }
}
