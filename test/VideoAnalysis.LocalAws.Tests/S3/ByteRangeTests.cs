using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.Tests.S3;

public sealed class ByteRangeTests
{
    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=2-5", 2, 4)]
    [InlineData("bytes=5-", 5, 5)]
    [InlineData("bytes=8-100", 8, 2)]
    [InlineData("bytes=-3", 7, 3)]
    [InlineData("bytes=-100", 0, 10)]
    [InlineData("bytes=0-9223372036854775807", 0, 10)]
    public void A_range_is_cut_to_the_object(string header, long offset, long length) =>
        Assert.Equal(new ByteRange(offset, length), ByteRange.Parse(header, 10));

    [Theory]
    [InlineData(null)]
    [InlineData("lines=1-2")]
    [InlineData("bytes=1-2,4-5")]
    [InlineData("bytes=5-2")]
    [InlineData("bytes=-")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=99999999999999999999-")]
    public void What_is_not_one_range_stands_for_the_whole_object(string? header) =>
        Assert.Null(ByteRange.Parse(header, 10));

    [Theory]
    [InlineData("bytes=10-", 10)]
    [InlineData("bytes=-0", 10)]
    [InlineData("bytes=0-", 0)]
    public void A_range_outside_the_object_is_refused(string header, long size) =>
        Assert.Equal(416, Assert.Throws<S3Exception>(() => ByteRange.Parse(header, size)).Status);
}
