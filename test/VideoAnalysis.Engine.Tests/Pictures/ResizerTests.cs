using CsCheck;
using VideoAnalysis.Engine.Pictures;

namespace VideoAnalysis.Engine.Tests.Pictures;

public sealed class ResizerTests
{
    private static readonly Gen<(int From, int To)> Sides = Gen.Select(Gen.Int[1, 300], Gen.Int[1, 300]);

    [Fact]
    public void The_pixels_that_make_one_weigh_one_together_and_are_in_the_picture() => Sides.Sample(side =>
    {
        var weights = SideWeights.Of(side.From, side.To);
        return Enumerable.Range(0, side.To).All(i =>
            Math.Abs(weights.Weights.Skip(i * weights.Count).Take(weights.Count).Sum() - 1) < 1e-4
            && weights.First[i] >= 0 && weights.First[i] + weights.Count <= side.From);
    });

    [Fact]
    public void Half_the_size_is_the_mean_of_four()
    {
        byte[] plane = [0, 40, 8, 12, 20, 60, 100, 0];
        var target = new float[2];

        new Resizer().Resize(plane, stride: 4, sourceWidth: 4, sourceHeight: 2, target, width: 2, height: 1);

        Assert.Equal([30, 30], target);
    }

    [Fact]
    public void A_part_of_a_plane_is_resized_alone()
    {
        byte[] plane = [200, 10, 30, 200, 200, 50, 70, 200];
        var target = new float[1];

        new Resizer().Resize(plane.AsSpan(1), stride: 4, sourceWidth: 2, sourceHeight: 2, target, width: 1, height: 1);

        Assert.Equal(40, target[0], 0.001);
    }

    [Fact]
    public void Twice_the_size_has_what_lies_between()
    {
        byte[] plane = [0, 100];
        var target = new float[4];

        new Resizer().Resize(plane, stride: 2, sourceWidth: 2, sourceHeight: 1, target, width: 4, height: 1);

        Assert.Equal([0, 25, 75, 100], target);
    }

    [Fact]
    public void An_even_picture_stays_even_at_every_size() =>
        Gen.Select(Sides, Sides, Gen.Byte).Sample((width, height, value) =>
        {
            var plane = new byte[width.From * height.From];
            Array.Fill(plane, value);
            var target = new float[width.To * height.To];

            new Resizer().Resize(plane, width.From, width.From, height.From, target, width.To, height.To);

            return Array.TrueForAll(target, number => Math.Abs(number - value) < 0.01);
        });

    [Theory]
    [InlineData(16, 128, 128, 0, 0, 0)]
    [InlineData(235, 128, 128, 255, 255, 255)]
    [InlineData(81, 90, 240, 255, 0, 0)]
    [InlineData(145, 54, 34, 0, 255, 0)]
    [InlineData(41, 240, 110, 0, 0, 255)]
    public void Luma_and_chroma_become_the_colours_of_the_standard(
        byte y, byte u, byte v, float red, float green, float blue)
    {
        var picture = new RgbPicture();
        var source = new YuvPicture(
            Enumerable.Repeat(y, 35 * 3).ToArray(), Enumerable.Repeat(u, 36).ToArray(),
            Enumerable.Repeat(v, 36).ToArray(),
            35, 3, YuvColours.Bt601(fullRange: false));

        new Resizer().Resize(source, picture, 35, 3);

        Assert.All(picture.Plane(0).ToArray(), number => Assert.Equal(red, number, 2f));
        Assert.All(picture.Plane(1).ToArray(), number => Assert.Equal(green, number, 2f));
        Assert.All(picture.Plane(2).ToArray(), number => Assert.Equal(blue, number, 2f));
    }

    [Fact]
    public void A_resized_picture_can_be_resized_again()
    {
        var (source, target) = (new RgbPicture(), new RgbPicture());
        source.SetSize(4, 4);
        for (var colour = 0; colour < 3; colour++)
        {
            for (var i = 0; i < 16; i++)
            {
                source.Plane(colour)[i] = (10 * colour) + i;
            }
        }

        new Resizer().Resize(source, target, 1, 1);

        Assert.Equal([7.5f, 17.5f, 27.5f], Enumerable.Range(0, 3).Select(colour => target.Plane(colour)[0]));
    }
}
