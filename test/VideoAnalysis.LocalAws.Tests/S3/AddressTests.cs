using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.Tests.S3;

public sealed class AddressTests
{
    [Theory]
    [InlineData("/", null, null)]
    [InlineData("/?x-id=ListBuckets", null, null)]
    [InlineData("/videos", "videos", null)]
    [InlineData("/videos/", "videos", null)]
    [InlineData("/videos/?list-type=2", "videos", null)]
    [InlineData("/videos/a.mp4", "videos", "a.mp4")]
    [InlineData("/videos/a.mp4?partNumber=1", "videos", "a.mp4")]
    [InlineData("/videos/a/../b//c/./", "videos", "a/../b//c/./")]
    [InlineData("/videos//a", "videos", "/a")]
    [InlineData("/videos/a%20b+c%2Bd%2fe%252F", "videos", "a b+c+d/e%2F")]
    [InlineData("/videos/%EC%BD%94%EB%93%9C", "videos", "코드")]
    [InlineData("http://localhost:4566/videos/a%3Fb", "videos", "a?b")]
    public void A_target_is_decoded_once_and_not_touched_otherwise(string target, string? bucket, string? key) =>
        Assert.Equal(new S3Address(bucket, key), S3Address.Parse(target, "localhost"));

    [Theory]
    [InlineData("videos.localhost", "/a/b", "videos", "a/b")]
    [InlineData("videos.s3.localhost", "/", "videos", null)]
    [InlineData("s3.localhost", "/videos/a", "videos", "a")]
    [InlineData("127.0.0.1", "/videos/a", "videos", "a")]
    public void A_host_may_name_the_bucket(string host, string target, string bucket, string? key) =>
        Assert.Equal(new S3Address(bucket, key), S3Address.Parse(target, host));

    [Theory]
    [InlineData("/videos/100%.mp4")]
    [InlineData("/videos/%F")]
    [InlineData("/videos/%+1")]
    [InlineData("/videos/%FF%FE")]
    [InlineData("*")]
    public void What_is_no_encoded_UTF8_is_refused(string target) =>
        Assert.Equal("InvalidURI", Assert.Throws<S3Exception>(() => S3Address.Parse(target, "localhost")).Code);

    [Fact]
    public void A_key_may_have_1024_bytes_and_no_more()
    {
        Assert.Equal(1024, S3Address.CheckKey(new string('é', 512)).Length * 2);
        Assert.Equal(
            "KeyTooLongError", Assert.Throws<S3Exception>(() => S3Address.CheckKey(new string('é', 512) + "x")).Code);
    }

    [Theory]
    [InlineData("videos/a%20b", "a b", null)]
    [InlineData("/videos/a+b%2B%3F?versionId=null", "a b+?", "null")]
    [InlineData("videos/what?.mp4", "what?.mp4", null)]
    [InlineData("videos/a?versionId=b?versionId=7", "a?versionId=b", "7")]
    [InlineData("%2Fvideos%2Fa%2Fb", "a/b", null)]
    [InlineData("videos//a", "/a", null)]
    [InlineData("videos/코드", "코드", null)]
    public void A_copy_source_is_decoded_once(string header, string key, string? version) =>
        Assert.Equal(("videos", key, version), S3Address.ParseCopySource(header));
}
