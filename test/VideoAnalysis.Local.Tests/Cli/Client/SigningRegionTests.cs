using VideoAnalysis.Local.Cli.Client;

namespace VideoAnalysis.Local.Tests.Cli.Client;

public sealed class SigningRegionTests
{
    [Theory]
    [InlineData("a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com", "eu-west-1")]
    [InlineData("a1b2c3d4e5.execute-api.us-gov-west-1.amazonaws.com", "us-gov-west-1")]
    [InlineData("a1b2c3d4e5.execute-api.cn-north-1.amazonaws.com.cn", "cn-north-1")]
    [InlineData("videos.example.com", null)]
    [InlineData("a.execute-api.eu-west-1.amazonaws.com.example.com", null)]
    public void The_host_of_an_API_names_its_region(string host, string? region) =>
        Assert.Equal(region, SigningRegion.OfHost(host));

    [Fact]
    public void A_region_that_is_named_comes_first() => Assert.Equal(
        "us-east-2", SigningRegion.Of(new Uri("https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com"), "us-east-2"));
}
