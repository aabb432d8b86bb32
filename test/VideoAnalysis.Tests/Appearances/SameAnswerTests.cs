using CsCheck;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Appearances;
using VideoAnalysis.Testing;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Tests.Appearances;

/// <summary>Appearances depend on the detections and the evidence: not on pages, nor on restarts.</summary>
[Slow]
public sealed class SameAnswerTests
{
    private static readonly FaceAnalysis Faces = new(FaceAttributes.Default);

    private static readonly Gen<BoundingBox> AnyBox = Gen.Select(
        Gen.Float[-0.1f, 1],
        Gen.Float[-0.1f, 1],
        Gen.Float[0, 0.5f],
        Gen.Float[0, 0.5f],
        (left, top, width, height) => new BoundingBox(left, top, width, height));

    /// <summary>
    /// Time mostly stands still or goes on, and sometimes goes back, which no engine promises not to do.
    /// </summary>
    private static readonly Gen<(long Later, FaceDetection Face, bool IsSpan)> AnyDetection = Gen.Select(
        Gen.Frequency((6, Gen.Const(0L)), (6, Gen.Const(500L)), (2, Gen.Long[1, 4_000]), (1, Gen.Long[-1_000, -1])),
        AnyBox,
        Gen.Float[0, 100].Nullable(0.2),
        Gen.Int[0, 15],
        (later, box, confidence, dice) => (
            later, new FaceDetection { Timestamp = 0, BoundingBox = box, Confidence = confidence }, dice == 0));

    private static readonly Gen<AppearanceEvidence> AnyEvidence = Gen.Select(
        Gen.Long[0, 20_000].Array[0, 6].Null(0.3),
        Gen.Long[0, 10_000],
        Gen.Long[10_000, 30_000],
        Gen.Float[0, 0.5f].Array[2, 2].Null(0.2).Array[200].Null(0.5),
        (cuts, from, to, embeddings) => new AppearanceEvidence
        {
            Cuts = cuts?.Order().ToArray(),
            CutsFrom = from,
            CutsTo = to,
            Embeddings = embeddings?.Index().ToDictionary(each => (long)each.Index, each => each.Item),
        });

    [Fact]
    public void Any_detections_in_any_pages_with_any_restarts() =>
        Gen.Select(AnyDetection.Array[0, 200], AnyEvidence, Gen.Bool.Array[200], Gen.Int[0, 9].Array[200]).Sample(
            (story, evidence, pageEnds, restarts) =>
            {
                var timestamp = 0L;
                var detections = story.Select(each => each.Face with
                {
                    Timestamp = timestamp = Math.Max(0, timestamp + each.Later),
                    EndTimestamp = each.IsSpan ? timestamp + 700 : null,
                }).ToArray();
                Check(detections, evidence, timestamp + 300, i => pageEnds[i], i => restarts[i] < 3);
            },
            iter: 500,
            print: story => $"{story.Item1.Length} detections");

    [Fact]
    public void Films_in_any_pages_with_any_restarts() =>
        Gen.Select(Gen.Int[1, 1_000], Gen.Bool, Gen.Bool, Gen.Int[1, 300], Gen.Int[1, 100]).Sample(
            (seed, cuts, embeddings, page, life) =>
            {
                var film = FilmSimulator.Make(seed);
                Check(film.Faces, film.Evidence(cuts, embeddings), film.Duration, i =>
                    i % page == 0, i => i % life == 0);
            },
            iter: 30);

    [Fact]
    public void Stored_detections_give_the_same_appearances_again()
    {
        var film = FilmSimulator.Make(7);
        var once = Tracking.Follow(Faces, film.Faces, film.Evidence(true, false), film.Duration);
        var again = Tracking.Follow(Faces, once.Detections, film.Evidence(true, false), film.Duration);

        Assert.Equal(once.ToText(Faces), again.ToText(Faces));
    }

    private static void Check(
        IReadOnlyList<Detection> detections,
        AppearanceEvidence evidence,
        long duration,
        Func<int, bool> isPageEnd,
        Func<int, bool> isRestart)
    {
        var expected = Tracking.Follow(Faces, detections, evidence, duration);
        var actual = Tracking.Follow(Faces, detections, evidence, duration, isPageEnd, isRestart);

        Assert.Equal(expected.ToText(Faces), actual.ToText(Faces));
        Assert.Equal(detections.Count, actual.Detections.Count);

        // Every detection is in one appearance, and every appearance has its detections.
        var counts = actual.Detections.CountBy(each => each.Appearance!.Value).ToDictionary();
        Assert.Equal(counts.Count, actual.Appearances.Count);
        Assert.All(actual.Appearances, each => Assert.Equal(counts[each.Id], each.Detections));
        Assert.All(actual.Appearances, each => Assert.InRange(each.Present, 0, each.End - each.Start));
        Assert.Equal(actual.Appearances.Count, actual.Summary.Count);
    }
}
