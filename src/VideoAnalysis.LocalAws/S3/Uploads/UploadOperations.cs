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
        var algorithm = ChecksumAlgorithm.Requested(call.Header(ChecksumHeaders.Algorithm));
        var isFullObject = IsFullObject(algorithm, call.Header(ChecksumHeaders.Type));
        var upload = await uploads.CreateAsync(
            call.Bucket, call.Key, ObjectHeaders.From(call.Request), algorithm, isFullObject, call.Aborted);
        if (algorithm is not null)
        {
            call.Response.Headers[ChecksumHeaders.Algorithm] = algorithm.Name;
            call.Response.Headers[ChecksumHeaders.Type] = ObjectChecksum.TypeName(isFullObject);
        }

        await call.RespondAsync(xml => xml.Root("InitiateMultipartUploadResult", root =>
        {
            root.Text("Bucket", upload.Bucket);
            root.Text("Key", upload.Key);
            root.Text("UploadId", upload.Id);
        }));
    }

    /// <summary>UploadPart.</summary>
    public async Task PutPartAsync(S3Call call)
    {
        var number = PartNumber(call);
        var upload = await uploads.GetOpenAsync(call.Bucket, call.Key, UploadId(call), call.Aborted);
        using var body = VerifiedBody.Of(call.Request);
        if (body.Algorithm is { } algorithm && upload.Algorithm is { } expected && algorithm != expected)
        {
            throw S3Errors.InvalidRequest(
                $"Checksum Type mismatch occurred, expected checksum Type: {expected.Name}, actual checksum Type: " +
                $"{algorithm.Name}");
        }

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

    /// <summary>UploadPartCopy.</summary>
    public async Task CopyPartAsync(S3Call call)
    {
        var number = PartNumber(call);
        var upload = await uploads.GetOpenAsync(call.Bucket, call.Key, UploadId(call), call.Aborted);
        using var source = await CopySource.OpenAsync(objects, call);
        var range = call.Header("x-amz-copy-source-range") is { } stretch
            ? ByteRange.ParseCopySource(stretch, source.Size)
            : new ByteRange(0, source.Size);
        if (range.Length > S3Limits.PutBytes)
        {
            throw S3Errors.EntityTooLarge(S3Limits.PutBytes);
        }

        using var digests = new ContentDigests(upload.Algorithm);
        using var file = objects.Receive();
        await file.AppendAsync(source.Path, range, digests.Append, call.Aborted);
        var (md5, checksum) = digests.Finish();
        var part = await uploads.PutPartAsync(
            upload, number, file, Convert.ToHexStringLower(md5), checksum, call.Aborted);
        await call.RespondAsync(xml => xml.Root(
            "CopyPartResult", root => CopyResult.Write(root, part.ETag, part.LastModified, checksum)));
    }

    /// <summary>AbortMultipartUpload.</summary>
    public async Task AbortAsync(S3Call call)
    {
        await uploads.AbortAsync(call.Bucket, call.Key, UploadId(call), call.Aborted);
        await call.RespondAsync(StatusCodes.Status204NoContent);
    }

    /// <summary>The upload that a request names.</summary>
    internal static string UploadId(S3Call call) => call.Query("uploadId") ?? throw S3Errors.NoSuchUpload(null);

    private static int PartNumber(S3Call call) => call.QueryNumber("partNumber", 1, S3Limits.Parts)
        ?? throw S3Errors.InvalidArgument("partNumber", null, "This operation needs a partNumber.");

    /// <summary>
    /// Whether the checksum of an upload is over the object's bytes; else it is over the parts' checksums.
    /// </summary>
    private static bool IsFullObject(ChecksumAlgorithm? algorithm, string? type) => (algorithm, type) switch
    {
        (null, null) => false,
        (null, _) => throw S3Errors.InvalidRequest(
            "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header."),
        (_, null) => algorithm.FullObjectByDefault,
        (_, "FULL_OBJECT") when algorithm.CanBeFullObject => true,
        (_, "COMPOSITE") when algorithm.CanBeComposite => false,
        (_, "FULL_OBJECT" or "COMPOSITE") => throw S3Errors.InvalidRequest(
            $"The {type} checksum type cannot be used with the {algorithm.Name} checksum algorithm."),
        _ => throw S3Errors.InvalidRequest("Value for x-amz-checksum-type header is invalid."),
    };
}
