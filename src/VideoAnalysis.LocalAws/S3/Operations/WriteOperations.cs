using VideoAnalysis.LocalAws.S3.Body;
using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Operations;

/// <summary>The operations that store objects whole.</summary>
internal sealed class WriteOperations(ObjectStore objects, ILogger<WriteOperations> logger)
{
    /// <summary>PutObject.</summary>
    public async Task PutAsync(S3Call call)
    {
        // Refused before the body is asked for: a client that waits for "100 Continue" need not send it.
        await objects.CheckBucketAsync(call.Bucket, call.Aborted);
        var condition = WriteCondition.Of(call.Request.Headers);
        var headers = ObjectHeaders.From(call.Request);
        using var body = VerifiedBody.Of(call.Request);
        using var file = objects.Receive();
        await file.ReceiveAsync(body, call.Aborted);
        var stored = await StoreAsync(call, ObjectCreation.Put, file, headers, condition, body.Verify());
        Describe(call, stored);
        await call.RespondAsync(StatusCodes.Status200OK);
    }

    /// <summary>CopyObject.</summary>
    public async Task CopyAsync(S3Call call)
    {
        var condition = WriteCondition.Of(call.Request.Headers);
        var replace = ReplacesMetadata(call);
        using var source = await CopySource.OpenAsync(objects, call);
        if (source.Size > S3Limits.PutBytes)
        {
            throw S3Errors.InvalidRequest(
                "The specified copy source is larger than the maximum allowable size for a copy source: " +
                $"{S3Limits.PutBytes}");
        }

        if (!replace && source.Object.Bucket == call.Bucket && source.Object.Key == call.Key && !NamesAttributes(call))
        {
            throw S3Errors.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the " +
                "object's metadata, storage class, website redirect location or encryption attributes.");
        }

        var algorithm = ChecksumAlgorithm.Requested(call.Header(ChecksumHeaders.Algorithm))
            ?? source.Object.Checksum?.Algorithm;
        using var digests = new ContentDigests(algorithm);
        using var file = objects.Receive();
        await file.AppendAsync(source.Path, new ByteRange(0, source.Size), digests.Append, call.Aborted);
        var headers = replace ? ObjectHeaders.From(call.Request) : source.Object.Headers;
        var stored = await StoreAsync(call, ObjectCreation.Copy, file, headers, condition, digests.Finish());
        await call.RespondAsync(xml => xml.Root(
            "CopyObjectResult", root => CopyResult.Write(root, stored.ETag, stored.LastModified, stored.Checksum)));
    }

    private static bool ReplacesMetadata(S3Call call) => call.Header("x-amz-metadata-directive") switch
    {
        null or "COPY" => false,
        "REPLACE" => true,
        var other => throw S3Errors.InvalidArgument("x-amz-metadata-directive", other, "Unknown metadata directive."),
    };

    /// <summary>
    /// Whether a copy says what class or encryption it is to have: onto itself, that is what it is for.
    /// </summary>
    private static bool NamesAttributes(S3Call call) =>
        call.Header("x-amz-storage-class") is not null || call.Header("x-amz-server-side-encryption") is not null;

    private async Task<StoredObject> StoreAsync(
        S3Call call,
        string eventName,
        IncomingFile file,
        IReadOnlyDictionary<string, string> headers,
        WriteCondition condition,
        (byte[] Md5, ObjectChecksum? Checksum) digests)
    {
        var stored = await objects.PutAsync(
            file,
            new NewObject
            {
                Bucket = call.Bucket,
                Key = call.Key,
                File = file.Name,
                Size = file.Length,
                ETag = Convert.ToHexStringLower(digests.Md5),
                Headers = headers,
                Checksum = digests.Checksum,
                Creation = call.Creation(eventName),
                Condition = condition,
            },
            call.Aborted);
        logger.ObjectStored(eventName, stored.Bucket, stored.Key, stored.Size);
        return stored;
    }

    private static void Describe(S3Call call, StoredObject stored)
    {
        call.Response.Headers.ETag = $"\"{stored.ETag}\"";
        if (stored.Checksum is { } checksum)
        {
            call.Response.Headers[checksum.Algorithm.Header] = checksum.Value;
            call.Response.Headers[ChecksumHeaders.Type] = checksum.Type;
        }
    }
}
