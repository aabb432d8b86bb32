using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Collecting;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Tests.Collecting;

public sealed class DetectionGroupsTests
{
    [Fact]
    public void A_group_is_whole_when_the_next_timestamp_comes()
    {
        var groups = new DetectionGroups<int>();

        Assert.Null(groups.Add(Some.Face(0), 10));
        Assert.Null(groups.Add(Some.Face(0), 11));
        Assert.Equal(10, groups.Begin);
        Assert.Equal(2, groups.Add(Some.Face(500), 12)?.Count);
        Assert.Equal(12, groups.Begin);
        Assert.Single(groups.Finish()!);
        Assert.Null(groups.Finish());
        Assert.Null(groups.Begin);
    }

    [Fact]
    public void Every_span_is_a_group_by_itself() =>
        Assert.Equal([1, 1, 1, 1, 2], Sizes([Span(0), Span(0), Some.Face(0), Span(0), Some.Face(0), Some.Face(0)]));

    [Fact]
    public void A_crowd_is_several_groups() =>
        Assert.Equal([200, 200, 50], Sizes([.. Enumerable.Repeat(Some.Face(0), 450)]));

    private static FaceDetection Span(long timestamp) => Some.Face(timestamp) with { EndTimestamp = timestamp };

    private static List<int> Sizes(FaceDetection[] faces)
    {
        var groups = new DetectionGroups<int>();
        var whole = faces.Select(groups.Add).ToList();
        whole.Add(groups.Finish());
        return [.. whole.Where(group => group is not null).Select(group => group!.Count)];
    }
}
