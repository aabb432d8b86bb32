using VideoAnalysis.Analyses.Labels;

namespace VideoAnalysis.Testing.Samples;

/// <summary>Labels for tests: three at every timestamp, of which the third changes.</summary>
public static class SomeLabels
{
    /// <summary>So many labels.</summary>
    public static IReadOnlyList<LabelDetection> Of(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (i % 3) switch
        {
            0 => new LabelDetection
            {
                Timestamp = i / 3 * 500L,
                Confidence = 50 + (i % 50),
                Name = "Person",
                Instances = [new(new(0.1f, 0.2f, 0.3f, 0.4f), 98.5f), new(new(-0.5f, 0, 0.625f, 1.25f)), new(null)],
                Parents = ["Mammal", "Animal"],
                Aliases = ["Human"],
                Categories = ["Person Description", "A, \"B\""],
            },
            1 => new() { Timestamp = i / 3 * 500L, Name = "Outdoors", Confidence = 99 },
            _ => new() { Timestamp = i / 3 * 500L, Name = AnyText.Of(i / 30) },
        })];
}
