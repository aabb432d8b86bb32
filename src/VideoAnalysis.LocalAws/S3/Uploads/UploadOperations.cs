using VideoAnalysis.LocalAws.S3.Body;
using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>The operations of multipart uploads, but their completion and the lists.</summary>
internal sealed class UploadOperations(MultipartUploads uploads, ObjectStore objects)
{
    /// <summary>CreateMultipartUpload.</summary>
    public async Task CreateAsync(S3Call call)
    {
        var name = call.Header("x-amz-checksum-algorithm");
        var algorithm = ChecksumAlgorithm.ByName(name);
        if (name is not null && algorithm is null)
        {
            throw S3Errors.NotImplemented($"the checksum algorithm {name}");
        }

        var type = call.Header("x-amz-checksum-type");
        var isFullObject = type is null ? algorithm?.FullObjectByDefault == true : type == ObjectChecksum.TypeName(true);
        var upload = await uploads.CreateAsync(
            call.Bucket, call.Key, ObjectHeaders.From(call.Request), algorithm, isFullObject, call.Aborted);
        if (algorithm is not null)
        {
            call.Response.Headers["x-amz-checksum-algorithm"] = algorithm.Name;
            call.Response.Headers["x-amz-checksum-type"] = ObjectChecksum.TypeName(isFullObject);
        }

        await call.RespondAsync(xml => xml.Root("InitiateMultipartUploadResult", root =>
        {
            root.Text("Bucket", upload.Bucket);
            root.Text("Key", upload.Key);
            root.Text("UploadId", upload.Id);
        }));
    }

    /// <summary>UploadPart; UploadPartCopy, if the request names a source.</summary>
    public async Task PutPartAsync(S3Call call)
    {
        var number = call.QueryNumber("partNumber", 1, S3Limits.Parts)
            ?? throw S3Errors.InvalidArgument("partNumber", null, "This operation needs a partNumber.");
        var upload = await uploads.GetOpenAsync(call.Bucket, call.Key, UploadId(call), call.Aborted);
        await (call.Header("x-amz-copy-source") is { } source
            ? CopyPartAsync(call, upload, number, source)
            : ReceivePartAsync(call, upload, number));
    }

    /// <summary>AbortMultipartUpload.</summary>
    public async Task AbortAsync(S3Call call)
    {
        await uploads.AbortAsync(call.Bucket, call.Key, UploadId(call), call.Aborted);
        await call.RespondAsync(StatusCodes.Status204NoContent);
    }

    /// <summary>The upload that a request names.</summary>
    internal static string UploadId(S3Call call) => call.Query("uploadId") ?? throw S3Errors.NoSuchUpload(null);

    private async Task ReceivePartAsync(S3Call call, MultipartUpload upload, int number)
    {
        using var body = VerifiedBody.Of(call.Request);
        using var file = objects.Receive();
        await file.ReceiveAsync(body, call.Aborted);
        var (md5, checksum) = body.Verify();
        var part = await uploads.PutPartAsync(
            upload, number, file, Convert.ToHexStringLower(md5), checksum, call.Aborted);
        call.Response.Headers.ETag = $"\"{part.ETag}\"";
        if (checksum is not null)
        {
            call.Response.Headers[checksum.Algorithm.Header] = checksum.Value;
        }

        await call.RespondAsync(StatusCodes.Status200OK);
    }

    private async Task CopyPartAsync(S3Call call, MultipartUpload upload, int number, string header)
    {
        var (bucket, key, versionId) = S3Address.ParseCopySource(header);
        using var source = await objects.GetAsync(bucket, key, versionId, call.Aborted);
        ReadCondition.OfCopySource(call).Check(source.Object);
        var range = call.Header("x-amz-copy-source-range") is { } stretch
            ? ByteRange.ParseCopySource(stretch, source.Size)
            : new ByteRange(0, source.Size);
        using var digests = new ContentDigests(upload.Algorithm);
        using var file = objects.Receive();
        await file.AppendAsync(source.Path, range, digests.Append, call.Aborted);
        var (md5, checksum) = digests.Finish();
        var part = await uploads.PutPartAsync(
            upload, number, file, Convert.ToHexStringLower(md5), checksum, call.Aborted);
        await call.RespondAsync(xml => xml.Root(
            "CopyPartResult", root => CopyResult.Write(root, part.ETag, part.LastModified, checksum)));
    }
}
