using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>The object that a copy is made of, as <c>x-amz-copy-source</c> and its conditions name it.</summary>
internal static class CopySource
{
    /// <summary>Opens the object.</summary>
    /// <exception cref="S3Exception">There is no such object, or a condition does not hold.</exception>
    public static async Task<ObjectLease> OpenAsync(ObjectStore objects, S3Call call)
    {
        var (bucket, key, versionId) = S3Address.ParseCopySource(call.Header("x-amz-copy-source") ?? "");
        var lease = await objects.GetAsync(bucket, key, versionId, call.Aborted);
        try
        {
            ReadCondition.OfCopySource(call).Check(lease.Object);
            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }
}
