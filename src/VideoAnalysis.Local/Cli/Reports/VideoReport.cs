using System.Globalization;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Results;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Cli.Reports;

/// <summary>Tells a person what was found in a video: by each analysis how much, and when.</summary>
/// <param name="output">Where to.</param>
/// <param name="filter">Which detections it is about.</param>
/// <param name="results">Where they are asked for.</param>
internal sealed class VideoReport(TextWriter output, DetectionFilter filter, ResultsClient results)
{
    private const int MaxColumns = 60;

    /// <summary>More stretches than this are too many to read; the rest is counted.</summary>
    private const int MaxStretches = 20;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Writes the report of a video: what succeeded, and beside it what did not, and why.</summary>
    /// <param name="answer">The API's answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(VideoAnswer answer, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(Printable.Line(answer.Key));
        if (Describe(answer.Metadata ?? new()) is { Length: > 0 } facts)
        {
            await output.WriteLineAsync($"  {facts}");
        }

        if (filter.IsPartial && answer.WithResult.Count > 0)
        {
            await output.WriteLineAsync($"  Only {Describe(filter)}");
        }

        foreach (var (name, analysis) in answer.Analyses)
        {
            if (analysis.Succeeded)
            {
                await WriteAsync(answer, name, analysis.Summary, cancellationToken);
            }
            else
            {
                await output.WriteLineAsync(analysis.Failed
                    ? $"  {name} failed: {Printable.Line(analysis.Reason ?? "there is no reason given.")}"
                    : $"  {name}: {StatusText.Of(analysis)}");
            }
        }
    }

    private async Task WriteAsync(
        VideoAnswer answer, string name, VideoAnswerSummary? summary, CancellationToken cancellationToken)
    {
        var timeline = await results.TimelineAsync(
            answer.Key, filter with { Analysis = name }, TimelineReader.LeastInterval, cancellationToken);
        if (timeline.Intervals.Count == 0)
        {
            await output.WriteLineAsync($"  {name}: nothing was found.");
            return;
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync(Describe(name, timeline, filter.IsPartial ? null : summary));
        await output.WriteLineAsync();
        var duration = answer.Metadata?.DurationMillis ?? timeline.Intervals[^1].From + timeline.Interval;
        var columns = (int)Math.Clamp(duration / timeline.Interval, 1, MaxColumns);
        var chart = new TimelineChart(timeline);
        await output.WriteLineAsync($"  {Timestamps.Format(0)} {chart.Draw(duration, columns)} {Timestamps.Format(duration)}");
        await output.WriteLineAsync();
        var stretches = chart.Stretches;
        foreach (var stretch in stretches.Take(MaxStretches))
        {
            await output.WriteLineAsync(string.Create(
                Culture, $"  {Timestamps.Format(stretch.From),8} to {Timestamps.Format(stretch.To),-8} up to {stretch.MostAtOnce} at a time"));
        }

        if (stretches.Count > MaxStretches)
        {
            await output.WriteLineAsync(string.Create(Culture, $"  … and {stretches.Count - MaxStretches} more times"));
        }
    }

    private static string Describe(string name, TimelineAnswer timeline, VideoAnswerSummary? summary)
    {
        var intervals = timeline.Intervals;
        var count = intervals.Sum(interval => interval.Detections);
        var first = summary?.FirstTimestamp ?? intervals[0].From;
        var last = summary?.LastTimestamp ?? intervals[^1].From;
        var confidence = summary?.MeanConfidence is { } mean
            ? $"{Environment.NewLine}    Confidence: {Percent(mean)} on average, {Percent(summary.LowestConfidence ?? mean)} at least"
            : "";
        return string.Create(
            Culture,
            $"""
              {name}: {count:N0} detection{(count == 1 ? "" : "s")}, {intervals.Max(interval => interval.MostAtOnce):N0} at most at a time
                Seen: from {Timestamps.Format(first)} to {Timestamps.Format(last)}{confidence}
            """);
    }

    private static string Describe(DetectionFilter filter)
    {
        string?[] limits =
        [
            filter.From is { } from ? $"from {Timestamps.Format(from)}" : null,
            filter.To is { } to ? $"to {Timestamps.Format(to)}" : null,
            filter.MinConfidence is { } least ? string.Create(Culture, $"at a confidence of at least {least}%") : null,
        ];
        return string.Join(", ", limits.Where(limit => limit is not null));
    }

    private static string Describe(VideoMetadata video)
    {
        string?[] facts =
        [
            video.DurationMillis is { } duration ? Timestamps.Format(duration) : null,
            video is { FrameWidth: { } width, FrameHeight: { } height } ? string.Create(Culture, $"{width}x{height}") : null,
            video.FrameRate is { } rate ? string.Create(Culture, $"{rate:0.##} frames a second") : null,
            video.Codec,
        ];
        return string.Join(", ", facts.Where(fact => fact is not null));
    }

    // Rounded down: 99.98% must not become 100%.
    private static string Percent(double confidence) => string.Create(Culture, $"{Math.Floor(confidence * 10) / 10:0.0}%");
}
