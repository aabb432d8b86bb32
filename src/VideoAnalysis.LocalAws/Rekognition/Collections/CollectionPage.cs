using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>How lists of collections and faces are paged through.</summary>
internal static class CollectionPage
{
    /// <summary>The largest page, and the default (API reference, <c>ListFaces</c>).</summary>
    public const int Most = 4096;

    /// <summary>Checks the members of a page against the service model.</summary>
    public static void Check(RequestConstraints constraints, string? nextToken, int? maxResults) => constraints
        .Length(nextToken, "nextToken", 0, 255)
        .Between(maxResults, "maxResults", 0, Most);

    /// <summary>How many items a page has at most; 0 in a request asks for nothing in particular.</summary>
    public static int Size(int? maxResults) => maxResults is > 0 and var wanted ? wanted : Most;
}
