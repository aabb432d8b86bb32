using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>How the local S3 endpoint behaves.</summary>
internal sealed record S3Options
{
    /// <summary>The buckets that exist from the start.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = ["videos"];

    /// <summary>The region that the buckets are said to be in.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>
    /// The web origins ("http://localhost:3000") whose pages may get and put objects from a browser. The endpoint asks
    /// for no credentials, so any page could otherwise.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = ["http://localhost:3000", "http://127.0.0.1:3000"];

    /// <summary>The function that is told of each new object.</summary>
    public string NotifiedFunction { get; init; } = "StartAnalysis";

    /// <summary>The bucket of whose objects it is told: of all of them, so that its log says what it ignores.</summary>
    public string NotifiedBucket { get; init; } = "videos";

    /// <summary>The smallest part of a multipart upload but the last, in bytes.</summary>
    public long MinimumPartSize { get; init; } = S3Limits.PartBytes;
}
