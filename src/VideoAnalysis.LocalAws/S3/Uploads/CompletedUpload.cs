using VideoAnalysis.LocalAws.S3.Checksums;

namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>What the completion of a multipart upload answers, the first time and every further one.</summary>
/// <param name="ETag">The entity tag of the object, without quotes.</param>
/// <param name="Checksum">The additional checksum of the object, if it has one.</param>
internal sealed record CompletedUpload(string ETag, ObjectChecksum? Checksum);
