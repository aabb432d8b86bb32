using System.Globalization;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Local.Cli.Remote;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>Tells a person what was found in a video: how many faces, when, how sure.</summary>
internal static class FaceReport
{
    private const int MaxColumns = 60;

    /// <summary>How far apart the engine looks, in milliseconds: a narrower column would stay empty.</summary>
    private const long SampleInterval = 500;

    /// <summary>More appearances than this are too many to read; the rest is counted.</summary>
    private const int MaxAppearances = 20;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Writes the report of a video.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="answer">The API's answer; it has ended.</param>
    /// <param name="filter">Which detections it is about.</param>
    /// <param name="results">Where they are read, page by page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(
        TextWriter output,
        VideoAnswer answer,
        DetectionFilter filter,
        ResultsClient results,
        CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(Printable.Line(answer.Key));
        if (!answer.Succeeded)
        {
            foreach (var (name, analysis) in answer.Analyses.Where(analysis => analysis.Value.Reason is not null))
            {
                await output.WriteLineAsync($"  {name} failed: {Printable.Line(analysis.Reason!)}");
            }

            return;
        }

        await output.WriteLineAsync($"  {Describe(answer.Metadata ?? new())}");
        if (answer.Analyses.GetValueOrDefault("faces")?.Summary is not { FirstTimestamp: not null } summary)
        {
            await output.WriteLineAsync("  No face was seen.");
            return;
        }

        var (timeline, seen) = await ReadAsync(answer, summary, filter, results, cancellationToken);
        if (filter.IsPartial)
        {
            await output.WriteLineAsync($"  Only:  {Describe(filter)}");
            if (seen.FirstTimestamp is null)
            {
                await output.WriteLineAsync("  No face was seen then.");
                return;
            }
        }

        await output.WriteLineAsync(Describe(filter.IsPartial ? seen : summary));
        await output.WriteLineAsync();
        await output.WriteLineAsync($"  {Moments.Format(0)} {timeline.Draw()} {Moments.Format(answer.Metadata?.DurationMillis ?? summary.LastTimestamp!.Value)}");
        await output.WriteLineAsync();
        foreach (var appearance in timeline.Appearances.Take(MaxAppearances))
        {
            await output.WriteLineAsync($"  {Describe(appearance)}");
        }

        if (timeline.Appearances.Count > MaxAppearances)
        {
            await output.WriteLineAsync(string.Create(Culture, $"  … and {timeline.Appearances.Count - MaxAppearances} more times"));
        }
    }

    private static async Task<(Timeline Timeline, FaceSummary Seen)> ReadAsync(
        VideoAnswer answer, FaceSummary summary, DetectionFilter filter, ResultsClient results, CancellationToken cancellationToken)
    {
        var duration = answer.Metadata?.DurationMillis ?? summary.LastTimestamp!.Value;
        var timeline = new Timeline(duration, (int)Math.Clamp(duration / SampleInterval, 1, MaxColumns));
        Analysis faces = new FaceAnalysis(FaceAttributes.Default);
        var seen = faces.EmptySummary;
        string? next = null;
        do
        {
            var page = await results.FindAsync(answer.Key, filter, ResultsClient.PageSize, next, cancellationToken)
                ?? throw new IOException($"The result of {Printable.Line(answer.Key)} was removed while it was read.");
            foreach (var face in page.Detections)
            {
                timeline.Add(face.Timestamp, face.Confidence ?? 0);
                seen = faces.Add(seen, face);
            }

            next = page.Next;
        }
        while (next is not null);
        return (timeline, (FaceSummary)seen);
    }

    private static string Describe(DetectionFilter filter)
    {
        string?[] parts =
        [
            filter.From is { } from ? $"from {Moments.Format(from)}" : null,
            filter.To is { } to ? $"to {Moments.Format(to)}" : null,
            filter.MinConfidence is { } least ? $"at least {Percent(least)} sure" : null,
        ];
        return string.Join(", ", parts.Where(part => part is not null));
    }

    private static string Describe(VideoMetadata video)
    {
        string?[] facts =
        [
            video.DurationMillis is { } duration ? $"{Moments.Format(duration)} long" : null,
            video is { FrameWidth: { } width, FrameHeight: { } height } ? string.Create(Culture, $"{width}x{height}") : null,
            video.FrameRate is { } rate ? string.Create(Culture, $"{rate:0.##} frames a second") : null,
            video.Codec,
        ];
        return string.Join(", ", facts.Where(fact => fact is not null));
    }

    private static string Describe(FaceSummary summary) => string.Create(
        Culture,
        $"""
          Faces: {Count(summary.Detections, "sighting")} at {Count(summary.Timestamps, "moment")}, {summary.MostAtOnce} at most at a time
          Seen:  from {Moments.Format(summary.FirstTimestamp!.Value)} to {Moments.Format(summary.LastTimestamp!.Value)}
          Sure:  {Percent(summary.MeanConfidence)} on average, {Percent(summary.LowestConfidence)} at least
        """);

    private static string Describe(Appearance appearance) => string.Create(
        Culture,
        $"{Moments.Format(appearance.From),8} to {Moments.Format(appearance.To),-8} {Faces(appearance),-14} {Percent(appearance.LowestConfidence)} to {Percent(appearance.HighestConfidence)} sure");

    private static string Faces(Appearance appearance) => appearance.MostAtOnce == 1
        ? "1 face"
        : string.Create(Culture, $"up to {appearance.MostAtOnce} faces");

    // Rounded down: 99.98 is not sure.
    private static string Percent(double? confidence) =>
        string.Create(Culture, $"{Math.Floor((confidence ?? 0) * 10) / 10:0.0}%");

    private static string Count(long count, string what) =>
        string.Create(Culture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
