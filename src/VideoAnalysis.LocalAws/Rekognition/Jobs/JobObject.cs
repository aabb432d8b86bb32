namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>What a job needs to know of an object.</summary>
/// <param name="ETag">The entity tag.</param>
/// <param name="Size">Bytes.</param>
internal sealed record JobObject(string ETag, long Size);
