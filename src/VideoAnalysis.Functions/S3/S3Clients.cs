using Amazon.Runtime;
using Amazon.S3;

namespace VideoAnalysis.Functions.S3;

/// <summary>How the clients of S3 are set up.</summary>
internal static class S3Clients
{
    /// <summary>Everything but where S3 is.</summary>
    public static AmazonS3Config Configured() => new()
    {
        // With the bucket in the path: under sam local, S3's endpoint is a name that has no buckets for subdomains.
        ForcePathStyle = true,

        // By default the SDK begins a multipart upload with a checksum algorithm, and S3 then wants that checksum of
        // every part: a browser would have to compute it.
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
    };
}
