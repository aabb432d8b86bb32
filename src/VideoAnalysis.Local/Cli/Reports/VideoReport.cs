using System.Globalization;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Cli.Reports;

/// <summary>Tells a person who and what is seen in a video, from when to when, by each analysis.</summary>
/// <param name="output">Where to.</param>
/// <param name="filter">Which detections it is about.</param>
/// <param name="results">Where they are asked for.</param>
internal sealed class VideoReport(TextWriter output, DetectionFilter filter, ResultsClient results)
{
    /// <summary>More are too many to read; the rest is counted.</summary>
    private const int MaxSubjects = 20;

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
                if (analysis.Warning is { } warning)
                {
                    await output.WriteLineAsync($"    Warning: {Printable.Line(warning)}");
                }
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
        var appearances = await results.AppearancesAsync(answer.Key, name, filter, cancellationToken);
        if (appearances.Count == 0)
        {
            await output.WriteLineAsync($"  {name}: nothing was found.");
            return;
        }

        await output.WriteLineAsync($"  {name}: {Describe(appearances.Count, filter.IsPartial ? null : summary)}");
        var seen = SeenSpans.Of(appearances);
        var duration = answer.Metadata?.DurationMillis ?? appearances.Max(each => each.End);
        foreach (var line in new LaneTable(duration).Draw([.. seen.Take(MaxSubjects)]))
        {
            await output.WriteLineAsync(line);
        }

        if (seen.Count > MaxSubjects)
        {
            await output.WriteLineAsync(
                string.Create(Culture, $"    … and {seen.Count - MaxSubjects:N0} more, seen for less long"));
        }
    }

    /// <summary>How much was found, in words.</summary>
    internal static string Describe(int appearances, VideoAnswerSummary? summary)
    {
        var confidence = summary?.MeanConfidence is { } mean ? $", confidence {Percent(mean)} on average" : "";
        var detections = summary is null ? "" : $", {Count(summary.Detections, "detection")}";
        return $"{Count(appearances, "appearance")}{detections}{confidence}";
    }

    private static string Count(long count, string noun) =>
        string.Create(Culture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

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

    /// <summary>What a video is, in words; empty where nothing is known.</summary>
    internal static string Describe(VideoMetadata video)
    {
        string?[] facts =
        [
            video.DurationMillis is { } duration ? Timestamps.Format(duration) : null,
            video is { FrameWidth: { } width, FrameHeight: { } height }
                ? string.Create(Culture, $"{width}x{height}") : null,
            video.FrameRate is { } rate ? string.Create(Culture, $"{rate:0.###} frames a second") : null,
            video.Codec,
        ];
        return string.Join(", ", facts.Where(fact => fact is not null));
    }

    // Rounded down: 99.98% must not become 100%.
    private static string Percent(double confidence) =>
        string.Create(Culture, $"{Math.Floor(confidence * 10) / 10:0.0}%");
}
