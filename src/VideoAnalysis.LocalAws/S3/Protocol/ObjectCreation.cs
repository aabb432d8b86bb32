namespace VideoAnalysis.LocalAws.S3.Protocol;

/// <summary>How an object came about.</summary>
/// <param name="EventName">One of this class's constants.</param>
/// <param name="RequestId">The request's <c>x-amz-request-id</c>.</param>
/// <param name="HostId">The request's <c>x-amz-id-2</c>.</param>
/// <param name="SourceAddress">Who sent the request.</param>
internal sealed record ObjectCreation(string EventName, string RequestId, string HostId, string SourceAddress)
{
    // The names that S3's notifications carry, which lack the "s3:" that subscriptions are written with.
    public const string Put = "ObjectCreated:Put";
    public const string Copy = "ObjectCreated:Copy";
    public const string CompleteMultipartUpload = "ObjectCreated:CompleteMultipartUpload";
}
