using VideoAnalysis.Engine.Pictures;
using VideoAnalysis.Engine.Text;

namespace VideoAnalysis.Engine.Tests.Text;

public sealed class TurnedRectangleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(-10)]
    [InlineData(40)]
    [InlineData(-40)]
    public void It_is_found_around_its_points_however_it_is_turned(double degrees)
    {
        var angle = degrees * Math.PI / 180;
        var expected = new TurnedRectangle(new(100, 60), new(Math.Cos(angle), Math.Sin(angle)), 80, 12);
        List<Point2> points = [];
        for (var i = 0; i <= 20; i++)
        {
            points.AddRange([expected.At(i / 20.0, 0), expected.At(i / 20.0, 1), expected.At(0.5, i / 20.0)]);
        }

        var found = TurnedRectangle.Around(points);

        Assert.Equal(expected.Width, found.Width, 6);
        Assert.Equal(expected.Height, found.Height, 6);
        Assert.Equal(expected.Center.X, found.Center.X, 6);
        Assert.Equal(expected.Center.Y, found.Center.Y, 6);
        Assert.Equal(expected.Along.Y, found.Along.Y, 6);
    }

    [Fact]
    public void Around_a_single_point_it_is_empty()
    {
        var found = TurnedRectangle.Around([new(3, 4), new(3, 4)]);

        Assert.Equal(new(new(3, 4), new(1, 0), 0, 0), found);
    }

    [Fact]
    public void Its_corners_stay_where_they_are_in_a_picture_of_another_size()
    {
        var angle = 10 * Math.PI / 180;
        var small = new TurnedRectangle(new(100, 60), new(Math.Cos(angle), Math.Sin(angle)), 80, 12);

        var large = small.Scaled(2, 2).At(0, 1);

        var corner = small.At(0, 1);
        Assert.Equal(((corner.X + 0.5) * 2) - 0.5, large.X, 6);
        Assert.Equal(((corner.Y + 0.5) * 2) - 0.5, large.Y, 6);
    }
}
