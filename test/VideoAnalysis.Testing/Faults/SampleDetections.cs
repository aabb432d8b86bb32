using System.Collections.Concurrent;
using VideoAnalysis.Analyses;
using VideoAnalysis.Testing.Samples;

namespace VideoAnalysis.Testing.Faults;

/// <summary>The detections of the samples, made once.</summary>
public static class SampleDetections
{
    private static readonly ConcurrentDictionary<(string Analysis, int Count), IReadOnlyList<Detection>> Made = new();

    /// <summary>So many detections, the same each time.</summary>
    public static IReadOnlyList<Detection> Of(string analysis, int count) =>
        Made.GetOrAdd((analysis, count), wanted => AnalysisSamples.Find(wanted.Analysis).Detections(wanted.Count));
}
