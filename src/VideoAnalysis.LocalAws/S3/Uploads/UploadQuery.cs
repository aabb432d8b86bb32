namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>Which open uploads to list.</summary>
/// <param name="Prefix">What their keys begin with.</param>
/// <param name="Delimiter">What ends a common prefix; empty for no common prefixes.</param>
/// <param name="KeyMarker">The key or the common prefix after which the page begins; empty for the beginning.</param>
/// <param name="UploadIdMarker">
/// The upload of that key after which the page begins; empty for after all of them.
/// </param>
/// <param name="Limit">How many uploads and common prefixes at most.</param>
internal sealed record UploadQuery(string Prefix, string Delimiter, string KeyMarker, string UploadIdMarker, int Limit);
