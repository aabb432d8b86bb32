using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Tests.Pictures;

public sealed class PictureWarpTests
{
    private const int Width = 40;
    private const int Height = 30;

    [Fact]
    public void Pixels_come_from_where_they_are_said_to()
    {
        var target = Warp(new Affine(1, 0, 7, 0, 1, 5), 10, 8, Beyond.Black);

        Assert.Equal(Luma(7, 5), target.Row(0, 0)[0], 0.01);
        Assert.Equal(Luma(16, 12), target.Row(1, 7)[9], 0.01);
    }

    [Fact]
    public void Between_pixels_lies_what_is_between_them()
    {
        var target = Warp(new Affine(1, 0, 7.5, 0, 1, 5.5), 2, 2, Beyond.Black);

        Assert.Equal((Luma(7, 5) + Luma(8, 5) + Luma(7, 6) + Luma(8, 6)) / 4, target.Row(0, 0)[0], 0.01);
    }

    [Fact]
    public void A_quarter_turn_lays_rows_into_columns()
    {
        var target = Warp(new Affine(0, 1, 10, -1, 0, 20), 5, 4, Beyond.Black);

        Assert.Equal(Luma(13, 18), target.Row(2, 3)[2], 0.01);
    }

    [Fact]
    public void Beyond_the_picture_it_is_black_or_goes_on_as_its_edge()
    {
        var places = new Affine(1, 0, -5, 0, 1, -5);

        Assert.Equal(0, Warp(places, 3, 3, Beyond.Black).Row(0, 0)[0]);
        Assert.Equal(Luma(0, 0), Warp(places, 3, 3, Beyond.Edge).Row(0, 0)[0], 0.01);
    }

    [Fact]
    public void The_middle_and_the_edge_of_a_picture_are_read_alike()
    {
        var whole = Warp(new Affine(1, 0, 0.25, 0, 1, 0.25), Width, Height, Beyond.Edge);
        var part = Warp(new Affine(1, 0, 10.25, 0, 1, 10.25), 20, 10, Beyond.Edge);

        Assert.Equal(whole.Row(0, 12).Slice(10, 20), part.Row(0, 2));
    }

    [Fact]
    public void Points_are_laid_onto_others_by_turning_scaling_and_shifting()
    {
        Point2[] points = [new(0, 0), new(10, 0), new(0, 20)];
        var made = new Affine(2 * Math.Cos(0.3), -2 * Math.Sin(0.3), 5, 2 * Math.Sin(0.3), 2 * Math.Cos(0.3), -3);

        var found = Affine.Similar(points, [.. points.Select(point => made.Of(point.X, point.Y))]);

        Assert.Equal(made.A, found.A, 1e-9);
        Assert.Equal(made.B, found.B, 1e-9);
        Assert.Equal(made.C, found.C, 1e-9);
        Assert.Equal(made.F, found.F, 1e-9);
    }

    [Fact]
    public void A_network_gets_its_planes_in_its_order_and_black_beyond_the_picture()
    {
        var picture = new RgbPicture();
        picture.SetSize(3, 2);
        for (var colour = 0; colour < 3; colour++)
        {
            picture.Plane(colour).Fill(100 + colour);
        }

        var tensor = new float[3 * 2 * 4];
        picture.CopyTo(tensor, 1, 0, 4, 2, new ColourScale((1, 2), (2, 2), (4, 2), BlueFirst: true));

        Assert.Equal([49, 49, -2, -2, 49, 49, -2, -2], tensor[..8]);
        Assert.Equal([49.5f, 49.5f, -0.5f, -0.5f], tensor[16..20]);
    }

    [Fact]
    public void Planes_of_another_size_are_no_picture() => Assert.Throws<ArgumentException>(
        () => new YuvPicture(new byte[12], new byte[4], new byte[4], 4, 4, YuvColours.Bt601(fullRange: true)));

    private static float Luma(int x, int y) => (3 * x) + (2 * y) + 20;

    private static RgbPicture Warp(Affine places, int width, int height, Beyond beyond)
    {
        var y = Enumerable.Range(0, Width * Height).Select(i => (byte)Luma(i % Width, i / Width)).ToArray();
        var chroma = Enumerable.Repeat((byte)128, Width * Height / 4).ToArray();
        var target = new RgbPicture();
        target.SetSize(width, height);
        PictureWarp.Fill(new YuvPicture(y, chroma, chroma, Width, Height, YuvColours.Bt601(fullRange: true)), places,
            target, beyond);
        return target;
    }
}
