namespace VideoAnalysis.Local.Tests.Cli.Client;

/// <summary>The verifier of these tests is itself held against signatures that others computed.</summary>
public sealed class SigV4Tests
{
    /// <summary>"get-vanilla" of AWS's own test suite for Signature Version 4.</summary>
    [Fact]
    public void The_signature_of_AWSs_test_suite_comes_out() => Assert.Equal(
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        Sign("example.amazonaws.com", "service", "/"));

    /// <summary>Computed with botocore 1.43's SigV4Auth.</summary>
    [Theory]
    [InlineData("/results/film.mp4", "7c21124a5e281b3905fd4b1a3ddf8c4a5f9161bf07616292b255279322be4fff")]
    [InlineData("/results/a%20b%2525%2B%23%3F.mp4", "f370eac528538ed19e439aa90e360545ef366ff71c464ea26f9155aa5f4ddbd2")]
    [InlineData("/results/%EC%BD%94%EB%93%9C/x.mp4?limit=5&analysis=faces",
        "f51a07f7b59640e284f85413ec9bce847a96c2e83404acdca08c1c5ba42d6238")]
    [InlineData("/results?video=100%25%20%2B%26%23%3F%2F%C3%BC.mp4&limit=1000&format=csv",
        "d182b506eb8cea580c76259931f3c12d7bdc171a5ab386399f552d1a82f5d702")]
    [InlineData("/results?video=a%2A%28b%29%21%27~.mp4",
        "986888389af296f2589f1bd5c43e3833723885a93554af782f9fd4a264e27b64")]
    public void The_signatures_of_botocore_come_out(string target, string signature) => Assert.Equal(
        signature,
        Sign("a1b2c3d4e5.execute-api.us-east-1.amazonaws.com", "execute-api", target));

    private static string Sign(string host, string service, string target) => SigV4.Sign(
        "GET",
        target,
        [("host", host), ("x-amz-date", "20150830T123600Z")],
        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        $"20150830/us-east-1/{service}/aws4_request",
        []);
}
