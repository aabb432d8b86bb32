using VideoAnalysis.LocalAws.S3.Checksums;

namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>A part of a multipart upload.</summary>
/// <param name="Number">From 1 to 10,000.</param>
/// <param name="File">The opaque name of its file.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="ETag">Its MD5 in hex.</param>
/// <param name="LastModified">When it was stored.</param>
/// <param name="Checksum">Its additional checksum, if it came with one.</param>
internal sealed record UploadedPart(
    int Number, string File, long Size, string ETag, DateTimeOffset LastModified, ObjectChecksum? Checksum);
