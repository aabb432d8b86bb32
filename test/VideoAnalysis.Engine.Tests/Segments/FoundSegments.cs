using VideoAnalysis.Analyses.Segments;
using VideoAnalysis.Engine.Segments;

namespace VideoAnalysis.Engine.Tests.Segments;

/// <summary>What the engine finds in a video.</summary>
internal static class FoundSegments
{
    /// <summary>Everything that it can find.</summary>
    public static SegmentOptions Everything { get; } = new() { TechnicalCues = true };

    /// <summary>Looks for segments.</summary>
    public static async Task<List<SegmentDetection>> InAsync(string path, SegmentOptions? wanted = null)
    {
        using var engine = new VideoEngine([new SegmentFinder()]);
        var cancellationToken = TestContext.Current.CancellationToken;
        var video = await engine.OpenAsync(path, cancellationToken);
        var found = new List<SegmentDetection>();
        await foreach (var step in video.AnalyzeAsync([new SegmentRequest(wanted ?? Everything)], cancellationToken))
        {
            found.AddRange(step.Findings.Select(finding => (SegmentDetection)finding.Detection));
        }

        return found;
    }

    /// <summary>The segments as "BlackFrames 10-20".</summary>
    public static IEnumerable<string> Spans(this IEnumerable<SegmentDetection> segments) =>
        segments.Select(each => $"{each.TechnicalCue ?? each.Type} {each.StartFrameNumber}-{each.EndFrameNumber}");

    /// <summary>The technical cues as "BlackFrames 10-20".</summary>
    public static IEnumerable<string> Cues(this IEnumerable<SegmentDetection> segments) =>
        segments.Where(each => each.Type == SegmentTypes.TechnicalCue).Spans();
}
