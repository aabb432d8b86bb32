using VideoAnalysis.Videos;

namespace VideoAnalysis.Tests.Videos;

public sealed class BoundingBoxTests
{
    private static readonly BoundingBox Box = new(0.2f, 0.4f, 0.4f, 0.2f);

    [Fact]
    public void A_box_shares_all_of_itself() =>
        Assert.Equal((0.08f, 1f), (Box.SharedArea(Box), Box.Overlap(Box)), Nearly);

    [Fact]
    public void Boxes_side_by_side_share_nothing() =>
        Assert.Equal((0f, 0f), (Box.SharedArea(Box with { Left = 0.7f }), Box.Overlap(Box with { Left = 0.7f })));

    [Fact]
    public void Two_boxes_that_are_off_in_both_directions_share_nothing()
    {
        var far = new BoundingBox(0.8f, 0.8f, 0.1f, 0.1f);

        Assert.Equal((0f, 0f), (Box.SharedArea(far), Box.Overlap(far)));
    }

    [Fact]
    public void Overlap_is_intersection_over_union()
    {
        var shifted = Box with { Left = 0.4f };

        Assert.Equal((0.04f, 1 / 3f), (Box.SharedArea(shifted), Box.Overlap(shifted)), Nearly);
        Assert.Equal(Box.Overlap(shifted), shifted.Overlap(Box));
    }

    [Fact]
    public void A_box_without_area_overlaps_nothing()
    {
        var point = new BoundingBox(0.3f, 0.5f, 0, 0);

        Assert.Equal(0, point.Overlap(point));
    }

    private static bool Nearly((float Area, float Overlap) a, (float Area, float Overlap) b) =>
        MathF.Abs(a.Area - b.Area) < 1e-6f && MathF.Abs(a.Overlap - b.Overlap) < 1e-6f;
}
