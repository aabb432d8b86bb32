using System.Text.Json;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Appearances;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Tests.Appearances;

public sealed class TrackerTests
{
    private const long FiveHours = 5 * 3_600_000;

    private static readonly FaceAnalysis Faces = new(FaceAttributes.Default);

    [Fact]
    public void One_key_is_one_appearance_until_it_is_unseen_for_too_long()
    {
        var tracker = new KeyedTracker(null);
        var first = tracker.Add([Seen("Dog", 0), Seen("Car", 0), Seen("Dog", 0)]);
        var second = tracker.Add([Seen("Dog", 500)], new() { Cuts = [300] });
        var third = tracker.Add([Seen("Car", 2_000)]);

        Assert.Equal([0, 1, 0], first.Appearances);
        Assert.Equal([0], second.Appearances);
        Assert.Equal([2], third.Appearances);
        Assert.Equal([(1, new Subject("Car"))], third.Ended.Select(each => (each.Id, each.Subject)));
        Assert.Equal([(0, 3), (2, 1)], tracker.Finish(null).Select(each => (each.Id, each.Detections)));
    }

    [Fact]
    public void The_name_is_that_of_the_best_detection()
    {
        var tracker = new KeyedTracker(null);
        tracker.Add([Seen("7", 0) with { Subject = new("7", "Ada"), Score = 1 }]);
        tracker.Add([Seen("7", 500) with { Subject = new("7", "Grace"), Score = 3 }]);
        tracker.Add([Seen("7", 1_000) with { Subject = new("7", "Edith"), Score = 2 }]);
        tracker.Add([Seen("7", 1_500) with { Score = 4 }]);

        Assert.Equal(new("7", "Grace"), Assert.Single(tracker.Finish(null)).Subject);
    }

    [Fact]
    public void A_span_is_an_appearance_at_once()
    {
        var span =
            new TrackedDetection { Timestamp = 1_000, EndTimestamp = 4_200, Confidence = 88, Subject = new("SHOT") };

        var tracked = new SpanTracker(null).Add([span]);

        Assert.Equal(
            new Appearance
            {
                Id = 0,
                Subject = new("SHOT"),
                Start = 1_000,
                End = 4_200,
                Present = 3_200,
                Detections = 1,
                Confidence = 88,
                Best = new(1_000, null, 88),
                Source = AppearanceSource.Native,
            },
            Assert.Single(tracked.Ended));
    }

    [Fact]
    public void Spans_between_detections_take_numbers_and_change_nothing_else()
    {
        var tracker = new KeyedTracker(null);
        tracker.Add([Seen("Dog", 5_000)]);
        tracker.Add([Seen("Dog", 0) with { EndTimestamp = 60_000 }]);

        Assert.Equal([0], tracker.Add([Seen("Dog", 5_500)]).Appearances);
    }

    [Fact]
    public void Detections_that_do_not_belong_together_are_refused()
    {
        var tracker = new KeyedTracker(null);

        Assert.Throws<ArgumentException>(() => tracker.Add([]));
        Assert.Throws<ArgumentException>(() => tracker.Add([Seen("Dog", 0), Seen("Dog", 500)]));
        Assert.Throws<ArgumentException>(
            () => tracker.Add([Seen("Dog", 0), Seen("Dog", 0) with { EndTimestamp = 500 }]));
    }

    [Fact]
    public void With_50_faces_in_the_picture_the_state_stays_below_8_KB()
    {
        var random = new Random(1);
        var tracker = Faces.Track(null);
        var largest = 0;
        for (var i = 0; i < 3_000; i++)
        {
            tracker.Add([.. Enumerable.Range(0, 50).Select(j => Faces.ToTracked(Crowd(random, i, j)))]);
            largest = i % 100 == 99 ? Math.Max(largest, tracker.Save().Length) : largest;
        }

        Measured.Report($"at most {largest:N0} bytes, {Convert.ToBase64String(new byte[largest]).Length:N0} in JSON");
        Assert.InRange(largest, 50 * 60, 6_000);
    }

    [Fact]
    public void Never_more_than_256_appearances_are_open()
    {
        var tracker = new KeyedTracker(null);
        var ended = new List<Appearance>();
        for (var i = 0; i < 1_000; i++)
        {
            ended.AddRange(tracker.Add([Seen($"{i}", i / 100)]).Ended);
        }

        Assert.Equal(Enumerable.Range(0, 1_000 - 256), ended.Select(each => each.Id));
        Assert.Equal(256, tracker.Finish(null).Count);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 99, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 0, 0, 0, 0, 0, 200, 1 })]
    public void A_state_that_cannot_be_read_is_refused(byte[] state) =>
        Assert.Throws<TrackerStateException>(() => Faces.Track(state));

    [Fact]
    public void An_appearance_is_written_in_about_200_bytes()
    {
        var tracker = Faces.Track(null);
        tracker.Add([Faces.ToTracked(new FaceDetection
        {
            Timestamp = 500,
            Confidence = 99.5f,
            BoundingBox = new(0.25f, 0.125f, 0.5f, 0.75f),
        })]);

        Assert.Equal(
            """{"id":0,"start":500,"end":1000,"present":500,"detections":1,"confidence":99.5,"best":{"timestamp":500"""
            + ""","boundingBox":{"left":0.25,"top":0.125,"width":0.5,"height":0.75},"confidence":99.5}"""
            + ""","ended":"gap","source":"linked"}""",
            JsonSerializer.Serialize(Assert.Single(tracker.Finish(9_000)), AppearanceJson.Default.Appearance));
    }

    private static TrackedDetection Seen(string key, long timestamp) =>
        new() { Timestamp = timestamp, Subject = new(key) };

    private static FaceDetection Crowd(Random random, int i, int j) => new()
    {
        Timestamp = FiveHours + (i * 500L),
        Confidence = random.NextSingle() * 100,
        BoundingBox = new(
            (j % 10 / 10f) + (0.01f * random.NextSingle()), (j / 10 / 5f) + (0.01f * random.NextSingle()), 0.05f, 0.1f),
    };
}
