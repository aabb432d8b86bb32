using VideoAnalysis.Engine.Text;

namespace VideoAnalysis.Engine.Tests.Text;

public sealed class TextRegionsTests
{
    private const int Width = 160;
    private const int Height = 96;

    [Fact]
    public void Each_core_is_a_line_that_reaches_beyond_it()
    {
        var map = new float[Width * Height];
        Fill(map, 20, 10, 100, 19, 0.9f);
        Fill(map, 30, 50, 70, 57, 0.8f);

        var lines = new TextRegions().Find(map, Width, Height);

        Assert.Equal(2, lines.Count);
        // 80 by 9 pixels grow by 80 * 9 * 1.6 / (2 * 89) to each side.
        Assert.Equal(80 + (2 * 6.47), lines[0].Width, 0.01);
        Assert.Equal(9 + (2 * 6.47), lines[0].Height, 0.01);
        Assert.Equal((60, 14.5), (lines[0].Center.X, lines[0].Center.Y));
        Assert.Equal((50, 53.5), (lines[1].Center.X, lines[1].Center.Y));
    }

    [Theory]
    [InlineData(0.45f, 20)]
    [InlineData(0.9f, 2)]
    public void What_is_unlikely_or_tiny_is_none(float probability, int height)
    {
        var map = new float[Width * Height];
        Fill(map, 20, 10, 100, 10 + height, probability);

        Assert.Empty(new TextRegions().Find(map, Width, Height));
    }

    [Fact]
    public void A_map_that_is_used_again_for_another_size_shows_nothing_of_the_one_before()
    {
        var regions = new TextRegions();
        var map = new float[Width * Height];
        Fill(map, 20, 10, 100, 19, 0.9f);
        Assert.Single(regions.Find(map, Width, Height));

        Assert.Empty(regions.Find(new float[64 * 160], 64, 160));
    }

    private static void Fill(float[] map, int left, int top, int right, int bottom, float probability)
    {
        for (var y = top; y <= bottom; y++)
        {
            map.AsSpan((y * Width) + left, right - left + 1).Fill(probability);
        }
    }
}
