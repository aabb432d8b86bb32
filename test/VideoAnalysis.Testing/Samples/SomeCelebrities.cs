using VideoAnalysis.Analyses.Celebrities;

namespace VideoAnalysis.Testing.Samples;

/// <summary>Celebrities for tests: one throughout, and beside her others of whom less is known.</summary>
public static class SomeCelebrities
{
    /// <summary>So many celebrities.</summary>
    public static IReadOnlyList<CelebrityDetection> Of(int count) =>
        [.. Enumerable.Range(0, count).Select(i => i % 2 == 0
            ? new CelebrityDetection
            {
                Timestamp = i / 2 * 500L,
                Confidence = 90 + (i % 10),
                Id = "3Ir0du6",
                Name = "Ada \"Countess\" Lovelace",
                Urls = ["www.imdb.com/name/nm0000001", "en.wikipedia.org/wiki/Ada,_Countess"],
                KnownGender = "Female",
                BoundingBox = new(0.2f, 0.1f, 0.4f, 0.9f),
                Face = SomeFaces.Details,
            }
            : new() { Timestamp = i / 2 * 500L, Name = i % 4 == 1 ? null : AnyText.Of(i / 40) })];
}
