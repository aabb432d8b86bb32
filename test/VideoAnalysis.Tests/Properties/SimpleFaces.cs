using System.Collections.Concurrent;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Tests.Properties;

/// <summary>Faces that are quick to store: a box and a confidence, one every 500 ms.</summary>
internal static class SimpleFaces
{
    private static readonly ConcurrentDictionary<int, IReadOnlyList<FaceDetection>> Made = new();

    /// <summary>So many faces, the same each time; another number of them begins with other ones.</summary>
    public static IReadOnlyList<FaceDetection> Of(int count) => Made.GetOrAdd(
        count,
        _ => [.. Enumerable.Range(0, count).Select(i => Some.Face(i * 500L, 50 + ((count + i) % 50)))]);
}
