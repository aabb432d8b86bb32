using VideoAnalysis.Analyses.Persons;

namespace VideoAnalysis.Testing.Samples;

/// <summary>Persons for tests: one who is known, one who is not, and one of whom only a body is seen.</summary>
public static class SomePersons
{
    private static readonly PersonMatch Whole = new(
        99.5f,
        "3c1f2c1e-9b1a-4c58-9f2c-0c8a4a4f0001",
        "Ada_20Lovelace",
        "ada",
        "3c1f2c1e-9b1a-4c58-9f2c-0c8a4a4f0002",
        new(0.1f, 0.1f, 0.5f, 0.5f),
        99.75f,
        "7.0",
        "Ada Lovelace");

    /// <summary>So many persons.</summary>
    public static IReadOnlyList<PersonDetection> Of(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (i % 3) switch
        {
            0 => new PersonDetection
            {
                Timestamp = i / 3 * 500L,
                Confidence = 99.5f,
                Index = 0,
                Matches = [Whole, new(85, null)],
                BoundingBox = new(0.2f, 0.1f, 0.4f, 0.9f),
                Face = SomeFaces.Details,
            },
            1 => new() { Timestamp = i / 3 * 500L, Index = 1, Face = new() },
            _ => new() { Timestamp = i / 3 * 500L, Index = 2 + (i / 60), BoundingBox = new(0, 0, 1, 1) },
        })];
}
