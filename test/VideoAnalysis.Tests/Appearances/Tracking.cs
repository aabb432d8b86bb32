using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;
using VideoAnalysis.Collecting;

namespace VideoAnalysis.Tests.Appearances;

/// <summary>Follows detections as a collector does: in pages, with a checkpoint wherever one is wanted.</summary>
internal static class Tracking
{
    /// <param name="analysis">Whose detections they are.</param>
    /// <param name="detections">All of them, in the engine's order.</param>
    /// <param name="evidence">All that is known beside them.</param>
    /// <param name="duration">The length of the video in milliseconds.</param>
    /// <param name="isPageEnd">Whether a page ends before a detection, given its number.</param>
    /// <param name="isRestart">
    /// Whether the process dies when it has read so many detections: what is done before the group that is held back
    /// is saved, everything else is forgotten.
    /// </param>
    public static Tracked Follow(
        Analysis analysis,
        IReadOnlyList<Detection> detections,
        AppearanceEvidence? evidence = null,
        long? duration = null,
        Func<int, bool>? isPageEnd = null,
        Func<int, bool>? isRestart = null)
    {
        var result = new Tracked([], [], new());
        var tracker = analysis.Track(null);
        var groups = new DetectionGroups<int>();
        var known = AppearanceEvidence.None;
        var died = -1;
        for (var i = 0; i < detections.Count; i++)
        {
            if (i == 0 || known == AppearanceEvidence.None || isPageEnd?.Invoke(i) == true)
            {
                known = Read(evidence, tracker, PageEnd(i));
            }

            if (groups.Add(detections[i], i) is { } whole)
            {
                Take(analysis, tracker, result, whole, known);
            }

            if (isRestart?.Invoke(i) == true && died < i)
            {
                died = i;
                var state = tracker.Save();
                i = groups.Begin!.Value - 1;
                tracker = analysis.Track(state);
                groups = new();
                known = AppearanceEvidence.None;
            }
        }

        if (groups.Finish() is { } last)
        {
            Take(analysis, tracker, result, last, known);
        }

        result.Appearances.AddRange(tracker.Finish(duration, evidence));
        var summary = result.Appearances.Aggregate(new AppearanceSummary(), (sum, each) => sum.Add(each));
        return result with { Summary = summary.Finish(duration) };

        int PageEnd(int after) =>
            Enumerable.Range(after + 1, detections.Count - after)
                .First(i => i == detections.Count || isPageEnd?.Invoke(i) == true);
    }

    private static void Take(
        Analysis analysis,
        AppearanceTracker tracker,
        Tracked result,
        IReadOnlyList<Detection> group,
        AppearanceEvidence known)
    {
        var tracked = tracker.Add([.. group.Select(analysis.ToTracked)], known);
        result.Detections.AddRange(group.Select((each, i) => each with { Appearance = tracked.Appearances[i] }));
        result.Appearances.AddRange(tracked.Ended);
    }

    /// <summary>Asks only for what is needed until a page ends, so that what is needed is known.</summary>
    private static AppearanceEvidence Read(AppearanceEvidence? all, AppearanceTracker tracker, int pageEnd)
    {
        if (all?.Embeddings is null)
        {
            return all ?? AppearanceEvidence.None;
        }

        var next = Enumerable.Range((int)tracker.Detections, pageEnd - (int)tracker.Detections).Select(i => (long)i);
        return all with
        {
            Embeddings = tracker.MissingEmbeddings.Concat(next)
                .ToDictionary(each => each, each => all.Embeddings[each]),
        };
    }
}

/// <summary>What came of it.</summary>
/// <param name="Detections">All of them, each with the number of its appearance.</param>
/// <param name="Appearances">In the order in which they ended.</param>
/// <param name="Summary">What they come to.</param>
internal sealed record Tracked(
    List<Detection> Detections, List<Appearance> Appearances, AppearanceSummary Summary)
{
    /// <summary>Everything as one text, to compare.</summary>
    public string ToText(Analysis analysis) => string.Join(
        '\n',
        [
            .. Detections.Select(each => JsonSerializer.Serialize(each, analysis.DetectionJson)),
            .. Appearances.Select(each => JsonSerializer.Serialize(each, AppearanceJson.Default.Appearance)),
            JsonSerializer.Serialize(Summary, AppearanceJson.Default.AppearanceSummary),
        ]);
}
