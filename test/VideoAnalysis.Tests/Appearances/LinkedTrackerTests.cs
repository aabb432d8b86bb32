using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Tests.Appearances;

public sealed class LinkedTrackerTests
{
    private static readonly FaceAnalysis Faces = new(FaceAttributes.Default);

    [Fact]
    public void A_face_that_stays_is_one_appearance_until_a_step_after_it_was_seen_last()
    {
        var appearance = Assert.Single(Follow(Still(0.4f, 1_000, 3_000), duration: 60_000).Appearances);

        Assert.Equal(
            (1_000, 3_500, 2_500, 5), (appearance.Start, appearance.End, appearance.Present, appearance.Detections));
        Assert.Equal((AppearanceEnd.Gap, AppearanceSource.Linked), (appearance.Ended, appearance.Source));
        Assert.Null(appearance.AcrossCuts);
    }

    [Fact]
    public void An_appearance_ends_with_the_video()
    {
        var appearance = Assert.Single(Follow(Still(0.4f, 0, 3_000), duration: 3_200).Appearances);

        Assert.Equal((3_200, AppearanceEnd.End), (appearance.End, appearance.Ended));
    }

    [Fact]
    public void A_face_that_is_unseen_for_a_second_and_a_half_is_still_the_same()
    {
        FaceDetection[] faces = [.. Still(0.4f, 0, 2_000), .. Still(0.4f, 3_500, 5_000)];

        var appearance = Assert.Single(Follow(faces, duration: 60_000).Appearances);

        Assert.Equal((5_500, 4_500), (appearance.End, appearance.Present));
    }

    [Fact]
    public void A_face_that_is_unseen_for_longer_appears_again() =>
        Assert.Equal(2, Follow([.. Still(0.4f, 0, 2_000), .. Still(0.4f, 4_000, 5_000)]).Appearances.Count);

    [Fact]
    public void Where_the_engine_looks_less_often_a_face_may_be_unseen_for_longer()
    {
        FaceDetection[] seldom = [.. Enumerable.Range(0, 10).Select(i => Face(0.4f, i * 1_000L))];

        Assert.Single(Follow([.. seldom, Face(0.4f, 12_000)]).Appearances);
        Assert.Equal(2, Follow([.. seldom, Face(0.4f, 12_001)]).Appearances.Count);
    }

    [Theory]
    [InlineData(0.14f, 500, 1)]
    [InlineData(0.16f, 500, 2)]
    [InlineData(0.16f, 1_000, 1)]
    [InlineData(0.19f, 1_000, 2)]
    public void A_face_too_far_away_is_another_one(float distance, long after, int appearances) =>
        Assert.Equal(appearances, Follow([Face(0.4f, 0), Face(0.4f + distance, after)]).Appearances.Count);

    [Theory]
    [InlineData(0.29f, 1)]
    [InlineData(0.31f, 2)]
    [InlineData(0.14f, 1)]
    [InlineData(0.13f, 2)]
    public void A_face_of_another_size_is_another_one(float height, int appearances) =>
        Assert.Equal(appearances, Follow([Face(0.4f, 0), Face(0.4f, 500, height)]).Appearances.Count);

    [Fact]
    public void Two_who_walk_past_each_other_keep_their_numbers()
    {
        FaceDetection[] faces = [.. Enumerable.Range(0, 12).SelectMany(i => new[]
        {
            Face(0.1f + (0.06f * i), i * 500L),
            Face(0.78f - (0.06f * i), i * 500L),
        })];

        Assert.Equal(
            Enumerable.Range(0, faces.Length).Select(i => i % 2),
            Follow(faces).Detections.Select(face => face.Appearance!.Value));
    }

    [Fact]
    public void A_cut_ends_every_appearance()
    {
        var tracked = Follow(Still(0.4f, 0, 5_000), new() { Cuts = [2_200] }, duration: 60_000);

        Assert.Equal([(0, 0, 2_200), (1, 2_500, 5_500)], tracked.Appearances.Select(
            each => (each.Id, each.Start, each.End)));
        Assert.Equal([AppearanceEnd.Cut, AppearanceEnd.Gap], tracked.Appearances.Select(each => each.Ended!.Value));
    }

    [Fact]
    public void A_cut_at_a_timestamp_is_before_what_is_seen_then() =>
        Assert.Equal(
            [2_000, 5_500],
            Follow(Still(0.4f, 0, 5_000), new() { Cuts = [2_000] }).Appearances.Select(each => each.End));

    [Fact]
    public void A_cut_after_the_last_detection_ends_an_appearance_too()
    {
        var tracked = Follow(Still(0.4f, 0, 5_000), new() { Cuts = [5_100] }, duration: 60_000);

        var appearance = Assert.Single(tracked.Appearances);

        Assert.Equal((5_100, AppearanceEnd.Cut), (appearance.End, appearance.Ended));
    }

    [Fact]
    public void Where_all_boxes_jump_there_may_be_a_cut()
    {
        FaceDetection[] faces = [.. Still(0.4f, 0, 2_000), .. Still(0.52f, 2_500, 4_000)];

        Assert.Equal(AcrossCuts.Unverified, Assert.Single(Follow(faces).Appearances).AcrossCuts);
        Assert.Null(Assert.Single(Follow(faces, new() { Cuts = [] }).Appearances).AcrossCuts);
        Assert.Null(Assert.Single(Follow(faces, Looks(faces, _ => 0)).Appearances).AcrossCuts);
    }

    [Fact]
    public void Where_one_of_three_jumps_there_is_no_cut()
    {
        FaceDetection[] faces = [.. Enumerable.Range(0, 10).SelectMany(i =>
            new[] { Face(0.1f, i * 500L), Face(0.4f, i * 500L), Face(i < 5 ? 0.7f : 0.82f, i * 500L) })];

        Assert.Equal([null, null, null], Follow(faces).Appearances.Select(each => each.AcrossCuts));
    }

    [Fact]
    public void Cuts_that_are_known_for_another_stretch_say_nothing()
    {
        FaceDetection[] faces = [.. Still(0.4f, 0, 2_000), .. Still(0.52f, 2_500, 4_000)];
        var elsewhere = new AppearanceEvidence { Cuts = [], CutsFrom = 2_100 };

        Assert.Equal(AcrossCuts.Unverified, Assert.Single(Follow(faces, elsewhere).Appearances).AcrossCuts);
    }

    [Fact]
    public void Faces_that_look_different_are_not_joined()
    {
        var faces = Still(0.4f, 0, 5_000);

        Assert.Equal(2, Follow(faces, Looks(faces, i => i < 5 ? 0 : 0.61f)).Appearances.Count);
        Assert.Single(Follow(faces, Looks(faces, i => i < 5 ? 0 : 0.59f)).Appearances);
    }

    [Fact]
    public void A_restarted_tracker_says_if_it_is_not_told_what_it_needs()
    {
        var before = Faces.Track(null);
        before.Add(
            [Faces.ToTracked(Face(0.4f, 0))], new() { Embeddings = new Dictionary<long, float[]?> { [0] = [0] } });
        var after = Faces.Track(before.Save());

        Assert.Equal([0], after.MissingEmbeddings);
        Assert.Throws<ArgumentException>(() => after.Add(
            [Faces.ToTracked(Face(0.4f, 500))], new() { Embeddings = new Dictionary<long, float[]?> { [1] = [0] } }));
    }

    [Fact]
    public void The_best_detection_is_large_sharp_and_frontal()
    {
        var sharp = new ImageQuality(50, 90);
        FaceDetection[] faces =
        [
            Face(0.4f, 0) with { Quality = sharp, Pose = new(0, 0, 0) },
            Face(0.4f, 500, 0.22f) with { Quality = sharp, Pose = new(0, 0, 0), Confidence = 91 },
            Face(0.4f, 1_000, 0.23f) with { Quality = sharp, Pose = new(0, 60, 0) },
            Face(0.4f, 1_500, 0.23f) with { Quality = new(50, 40), Pose = new(0, 0, 0) },
        ];

        Assert.Equal(new(500, faces[1].BoundingBox, 91), Assert.Single(Follow(faces).Appearances).Best);
    }

    [Fact]
    public void Detections_without_a_size_are_never_joined()
    {
        FaceDetection[] faces =
            [.. Still(0.4f, 0, 1_500).Select(face => face with { BoundingBox = new(0.4f, 0.4f, 0, 0) })];

        Assert.Equal(4, Follow(faces).Appearances.Count);
    }

    private static Tracked Follow(
        IReadOnlyList<Detection> faces, AppearanceEvidence? evidence = null, long? duration = null) =>
        Tracking.Follow(Faces, faces, evidence, duration);

    private static FaceDetection Face(float x, long timestamp, float height = 0.2f) => new()
    {
        Timestamp = timestamp,
        Confidence = 99,
        BoundingBox = new(x - (height / 4), 0.4f - (height / 2), height / 2, height),
    };

    private static FaceDetection[] Still(float x, long from, long to) =>
        [.. Enumerable.Range(0, (int)((to - from) / 500) + 1).Select(i => Face(x, from + (i * 500)))];

    private static AppearanceEvidence Looks(FaceDetection[] faces, Func<int, float> look) => new()
    {
        Embeddings = faces.Select((_, i) => i).ToDictionary(i => (long)i, i => (float[]?)[look(i)]),
    };
}
