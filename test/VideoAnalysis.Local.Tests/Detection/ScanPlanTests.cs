using CsCheck;
using OpenCvSharp;
using VideoAnalysis.Engine.Faces;
using Size = OpenCvSharp.Size;

namespace VideoAnalysis.Local.Tests.Detection;

public sealed class ScanPlanTests
{
    private static readonly Gen<Size> Frames = Gen.Select(Gen.Int[16, 4096], Gen.Int[16, 4096], (w, h) => new Size(w, h));

    [Fact]
    public void A_small_face_lies_whole_in_some_tile_wherever_it_is() =>
        Gen.Select(Frames, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((frame, x, y) =>
        {
            var finest = ScanPlan.For(frame).Levels[^1];
            // As large as the overlap of two tiles.
            var side = Math.Min(finest.Model.InputSize * 3 / 10, Math.Min(finest.Size.Width, finest.Size.Height));
            var face = new Rect((int)(x * (finest.Size.Width - side)), (int)(y * (finest.Size.Height - side)), side, side);

            return finest.Tiles.Any(tile =>
                new Rect(tile, new Size(finest.Model.InputSize, finest.Model.InputSize)).Contains(face));
        });

    [Fact]
    public void The_coarsest_level_shows_the_whole_frame_at_once() => Frames.Sample(frame =>
    {
        var level = ScanPlan.For(frame).Levels[0];
        return level.Tiles.Count == 1 && Math.Max(level.Size.Width, level.Size.Height) <= level.Model.InputSize;
    });

    [Fact]
    public void The_work_for_a_frame_is_bounded_whatever_its_size() =>
        Frames.Sample(frame => ScanPlan.For(frame).Levels.Sum(level => level.Tiles.Count) <= 150);

    [Fact]
    public void Forty_pixels_at_1080p_are_24_for_the_model()
    {
        var finest = ScanPlan.For(new Size(1920, 1080)).Levels[^1];

        Assert.Equal(24, 40 * finest.Scale, 0.01);
    }
}
