using VideoAnalysis.Analyses.Moderation;

namespace VideoAnalysis.Testing.Samples;

/// <summary>Moderation labels for tests: each with its ancestor, at timestamps with holes between them.</summary>
public static class SomeModeration
{
    /// <summary>So many labels.</summary>
    public static IReadOnlyList<ModerationDetection> Of(int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var time = (i / 2 * 500L) + (i / 40 * 5_000L);
        return i % 2 == 0
            ? new ModerationDetection
            {
                Timestamp = time,
                Confidence = 50 + (i % 50),
                Name = AnyText.Of(i / 40),
                ParentName = "Violence",
                TaxonomyLevel = 2,
                ContentTypes = [new("Animated Content", 61.5f), new("Illustrated Content")],
            }
            : new() { Timestamp = time, Confidence = 50 + (i % 50), Name = "Violence", TaxonomyLevel = 1 };
    })];
}
