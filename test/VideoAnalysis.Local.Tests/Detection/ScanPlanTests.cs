using CsCheck;
using VideoAnalysis.Engine.Faces;

namespace VideoAnalysis.Local.Tests.Detection;

public sealed class ScanPlanTests
{
    private static readonly Gen<(int Width, int Height)> Frames = Gen.Select(Gen.Int[16, 4096], Gen.Int[16, 4096]);

    [Fact]
    public void A_small_face_lies_whole_in_some_strip_wherever_it_is() =>
        Gen.Select(Frames, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((frame, x, y) =>
        {
            var finest = ScanPlan.For(frame.Width, frame.Height).Levels[^1];
            // As large as the overlap of two strips.
            var side = Math.Min(32, Math.Min(finest.Width, finest.Height));
            var (left, top) = ((int)(x * (finest.Width - side)), (int)(y * (finest.Height - side)));

            return finest.Tiles.Any(tile => left >= tile.X && left + side <= tile.X + tile.Width
                && top >= tile.Y && top + side <= tile.Y + tile.Height);
        });

    [Fact]
    public void Every_pixel_of_every_level_is_looked_at() => Frames.Sample(frame =>
        ScanPlan.For(frame.Width, frame.Height).Levels.All(level =>
            level.Tiles.Max(tile => tile.X + tile.Width) >= level.Width
            && level.Tiles.Max(tile => tile.Y + tile.Height) >= level.Height));

    [Fact]
    public void The_coarsest_level_shows_the_whole_frame_at_once() => Frames.Sample(frame =>
    {
        var level = ScanPlan.For(frame.Width, frame.Height).Levels[0];
        return level.Tiles.Count == 1 && Math.Max(level.Width, level.Height) <= 192;
    });

    [Fact]
    public void The_work_for_a_frame_is_bounded_whatever_its_size() => Frames.Sample(frame =>
        ScanPlan.For(frame.Width, frame.Height).Levels.Sum(level =>
            level.Tiles.Sum(tile => tile.Width * tile.Height)) <= 2_000_000);

    [Theory]
    [InlineData(1920, 1080, 3, 1152, 240)]
    [InlineData(1920, 800, 6, 688, 208)]
    [InlineData(1080, 1920, 5, 656, 256)]
    [InlineData(640, 480, 2, 640, 256)]
    public void The_finest_level_is_cut_into_as_few_and_small_tiles_as_cover_it(
        int width, int height, int count, int tileWidth, int tileHeight)
    {
        var tiles = ScanPlan.For(width, height).Levels[^1].Tiles;

        Assert.Equal(count, tiles.Count);
        Assert.All(tiles, tile => Assert.Equal((tileWidth, tileHeight), (tile.Width, tile.Height)));
    }

    [Fact]
    public void Forty_pixels_at_1080p_are_24_for_the_model()
    {
        var finest = ScanPlan.For(1920, 1080).Levels[^1];

        Assert.Equal(24, 40 * finest.Scale, 0.01);
    }
}
