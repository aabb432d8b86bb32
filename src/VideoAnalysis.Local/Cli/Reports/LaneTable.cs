using System.Globalization;
using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Cli.Reports;

/// <summary>
/// Says who and what is seen from when to when: a line each, with its share of the video, its lane, and its times.
/// </summary>
/// <param name="duration">The length of the video, in milliseconds.</param>
internal sealed class LaneTable(long duration)
{
    /// <summary>A terminal's, wherever nothing else is known.</summary>
    public const int Width = 80;

    private const int Indent = 4;
    private const int Gap = 2;
    private const int WidestName = 24;
    private const int NarrowestLane = 12;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Draws the lines, with the time axis above them.</summary>
    /// <param name="rows">What they are about.</param>
    public IEnumerable<string> Draw(IReadOnlyList<SeenSpans> rows)
    {
        string[] shares = [.. rows.Select(ShareOf)];
        string[] times = [.. rows.Select(TimesOf)];
        var share = shares.Max(text => text.Length);
        var time = times.Max(text => text.Length);
        var room = Width - Indent - share - time - (3 * Gap);
        var name = Math.Min(Math.Min(rows.Max(row => TextCells.Count(row.Name)), WidestName), room - NarrowestLane);
        var lane = room - name;
        var end = Timestamps.Format(duration);
        var start = Timestamps.Format(0);
        yield return new string(' ', Indent + name + share + (2 * Gap)) + start + end.PadLeft(lane - start.Length);
        for (var i = 0; i < rows.Count; i++)
        {
            var drawn = Lane.Draw(rows[i].Spans, duration, lane);
            yield return $"{new string(' ', Indent)}{TextCells.Fit(rows[i].Name, name)}  {shares[i].PadLeft(share)} " +
                $" {drawn}  {times[i]}";
        }
    }

    // Rounded down, but what is seen is more than nothing.
    private string ShareOf(SeenSpans row) =>
        (100.0 * row.Present / Math.Max(1, duration)) is var percent && percent is > 0 and < 1
            ? "<1%"
            : string.Create(Culture, $"{Math.Min(100, Math.Floor(percent)):0}%");

    private static string TimesOf(SeenSpans row)
    {
        var (start, end) = (Timestamps.Format(row.Spans[0].Start), Timestamps.Format(row.Spans.Max(span => span.End)));
        return row.Spans.Count == 1 ? $"{start}-{end}"
            : string.Create(Culture, $"{start}-{end}, {row.Spans.Count:N0} times");
    }
}
