using VideoAnalysis.LocalAws.S3.Checksums;

namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>A part as the request to complete an upload names it.</summary>
/// <param name="Number">From 1 to 10,000.</param>
/// <param name="ETag">Without quotes.</param>
/// <param name="Checksums">The additional checksums that the request states.</param>
internal sealed record PartReference(
    int Number, string ETag, IReadOnlyList<(ChecksumAlgorithm Algorithm, string Value)> Checksums);
