namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>The model's <c>Video</c>.</summary>
/// <param name="S3Object">Where it is.</param>
internal sealed record S3Video(S3ObjectName? S3Object);

/// <summary>The model's <c>S3Object</c>.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Name">The object key.</param>
/// <param name="Version">The object's version, in a bucket with versioning.</param>
internal sealed record S3ObjectName(string? Bucket, string? Name, string? Version);
