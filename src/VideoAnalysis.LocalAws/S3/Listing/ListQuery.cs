namespace VideoAnalysis.LocalAws.S3.Listing;

/// <summary>Which objects to list.</summary>
/// <param name="Prefix">What their keys begin with.</param>
/// <param name="Delimiter">What ends a common prefix; empty for no common prefixes.</param>
/// <param name="After">Where to go on; null for the beginning.</param>
/// <param name="Limit">How many keys and common prefixes at most.</param>
internal sealed record ListQuery(string Prefix, string Delimiter, ListCursor? After, int Limit);
