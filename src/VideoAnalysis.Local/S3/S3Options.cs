using VideoAnalysis.Local.S3.Protocol;

namespace VideoAnalysis.Local.S3;

/// <summary>How the local S3 endpoint behaves.</summary>
internal sealed record S3Options
{
    /// <summary>The buckets that exist from the start.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = ["videos"];

    /// <summary>The region that the buckets are said to be in.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>
    /// The web origins ("http://localhost:3000") whose pages may use the endpoint from a browser; "*" stands for all.
    /// Others may not change anything: the endpoint asks for no credentials, so any page could otherwise.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = ["http://localhost:3000", "http://127.0.0.1:3000"];

    /// <summary>The function that is told of each new object.</summary>
    public string NotifiedFunction { get; init; } = "StartAnalysis";

    /// <summary>Which objects it is told of, by bucket and key. By itself of all, so that its log says what it ignores.</summary>
    public Func<string, string, bool> Notifies { get; init; } = static (_, _) => true;

    /// <summary>The smallest part of a multipart upload but the last, in bytes.</summary>
    public long MinimumPartSize { get; init; } = S3Limits.PartBytes;
}
