using VideoAnalysis.Testing;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Tests.Detection;

[Collection(DetectorGroup.Name)]
[Slow]
public sealed class DetectorOnTheSampleTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    [Fact]
    public void It_finds_the_faces_that_are_there()
    {
        Assert.InRange(sample.Score.Expected, 45, int.MaxValue);
        Assert.InRange(sample.Score.Recall, 0.95, 1);
    }

    [Fact]
    public void It_finds_nothing_that_is_not_there() => Assert.InRange(sample.Score.Precision, 0.98, 1);

    [Fact]
    public void Its_boxes_lie_closely_over_the_marked_ones() => Assert.InRange(sample.Score.Overlap, 0.85, 1);

    [Fact]
    public void Landmarks_lie_inside_their_box() => Assert.Equal(1, sample.Score.LandmarksInside);

    [Fact]
    public void Landmarks_are_where_a_person_would_put_them() => Assert.InRange(sample.Score.LandmarkError, 0, 0.04);

    [Fact]
    public void Every_half_second_is_sampled() =>
        Assert.Equal(0, sample.Score.MissedSamples(TimeSpan.FromSeconds(20)));

    [Fact]
    public void Timestamps_are_the_half_seconds() =>
        Assert.Equal(0, sample.Score.GridError);

    [Fact]
    public void Boxes_are_ratios_of_the_frame()
    {
        var boxes = sample.Moments.SelectMany(m => m.Faces).Select(f => f.BoundingBox).ToList();

        Assert.All(boxes, box => Assert.True(box.Width is > 0 and < 1 && box.Height is > 0 and < 1, box.ToString()));
    }

    [Fact]
    public void Left_is_the_left_of_the_picture() => Assert.All(sample.Moments.SelectMany(m => m.Faces), face =>
    {
        var x = face.Landmarks!.ToDictionary(l => l.Type, l => l.X);
        Assert.True(x["eyeLeft"] < x["nose"] && x["nose"] < x["eyeRight"]);
        Assert.True(x["mouthLeft"] < x["mouthRight"]);
    });

    [Theory]
    [InlineData(3000, -8)]
    [InlineData(9000, 10)]
    [InlineData(19500, 14)]
    public void A_head_that_is_tilted_clockwise_has_a_positive_roll(long timestamp, double degrees)
    {
        var real = sample.Truth.At(timestamp).Faces[0].BoundingBox;

        var face = sample.Moments.Single(m => m.Timestamp == timestamp).Faces
            .MinBy(f => Distance(f.BoundingBox, real))!;

        // In the portrait itself the eyes are 3 degrees off the level.
        Assert.InRange(face.Pose!.Roll, degrees + 3 - 4, degrees + 3 + 4);
    }

    [Fact]
    public void Confidence_and_quality_are_between_0_and_100() =>
        Assert.All(sample.Moments.SelectMany(m => m.Faces), face =>
        {
            Assert.InRange(face.Confidence!.Value, 50, 100);
            Assert.InRange(face.Quality!.Brightness, 1, 100);
            Assert.InRange(face.Quality.Sharpness, 1, 100);
        });

    [Fact]
    public void A_face_that_fills_more_of_the_frame_shows_more_detail()
    {
        var faces = sample.Moments.SelectMany(m => m.Faces).OrderBy(f => f.BoundingBox.Height).ToList();

        Assert.True(faces[0].Quality!.Sharpness < faces[^1].Quality!.Sharpness);
    }

    private static double Distance(BoundingBox a, BoundingBox b) => Math.Abs(a.Left - b.Left) + Math.Abs(a.Top - b.Top);
}
