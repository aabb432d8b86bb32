using VideoAnalysis.LocalAws.S3.Objects;

namespace VideoAnalysis.LocalAws.S3.Listing;

/// <summary>A page of a list.</summary>
/// <param name="Objects">The objects, by key.</param>
/// <param name="CommonPrefixes">What stands for many keys, in order.</param>
/// <param name="Next">Where the next page begins; null if this is the last.</param>
internal sealed record ListPage(
    IReadOnlyList<StoredObject> Objects, IReadOnlyList<string> CommonPrefixes, ListCursor? Next);
