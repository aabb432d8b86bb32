using Amazon.Runtime;
using Amazon.S3;

namespace VideoAnalysis.LocalAws.Tests.S3;

/// <summary>The AWS SDK's clients of a local stack.</summary>
internal static class SdkClients
{
    public static AmazonS3Client S3(Uri services) => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonS3Config { ServiceURL = services.AbsoluteUri, ForcePathStyle = true,
            AuthenticationRegion = "us-east-1" });
}
