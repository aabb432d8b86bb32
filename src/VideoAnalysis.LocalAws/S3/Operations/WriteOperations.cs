using VideoAnalysis.LocalAws.S3.Body;
using VideoAnalysis.LocalAws.S3.Checksums;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Operations;

/// <summary>The operations that store or delete objects whole.</summary>
internal sealed class WriteOperations(ObjectStore objects, ILogger<WriteOperations> logger)
{
    /// <summary>PutObject; CopyObject, if the request names a source.</summary>
    public Task PutAsync(S3Call call) =>
        call.Header("x-amz-copy-source") is { } source ? CopyAsync(call, source) : PutBodyAsync(call);

    /// <summary>DeleteObject.</summary>
    public async Task DeleteAsync(S3Call call)
    {
        await objects.DeleteAsync(call.Bucket, [call.Key], call.Aborted);
        await call.RespondAsync(StatusCodes.Status204NoContent);
    }

    /// <summary>DeleteObjects.</summary>
    public async Task DeleteManyAsync(S3Call call)
    {
        var request = await XmlBody.ReadAsync(call.Request, call.Aborted);
        var keys = request.Children("Object").Select(named => named.ChildText("Key")).ToList();
        if (keys.Count is 0 or > S3Limits.PageItems || keys.Exists(string.IsNullOrEmpty))
        {
            throw S3Errors.MalformedXml();
        }

        await objects.DeleteAsync(call.Bucket, keys!, call.Aborted);
        var quiet = request.ChildText("Quiet") == "true";
        await call.RespondAsync(xml => xml.Root("DeleteResult", root =>
        {
            foreach (var key in quiet ? [] : keys)
            {
                root.Group("Deleted", deleted => deleted.Text("Key", key));
            }
        }));
    }

    private async Task PutBodyAsync(S3Call call)
    {
        // Refused before the body is asked for: a client that waits for "100 Continue" need not send it.
        await objects.CheckBucketAsync(call.Bucket, call.Aborted);
        var headers = ObjectHeaders.From(call.Request);
        using var body = VerifiedBody.Of(call.Request);
        using var file = objects.Receive();
        await file.ReceiveAsync(body, call.Aborted);
        var stored = await StoreAsync(call, ObjectCreation.Put, file, headers, body.Verify());
        Describe(call, stored);
        await call.RespondAsync(StatusCodes.Status200OK);
    }

    private async Task CopyAsync(S3Call call, string header)
    {
        var (bucket, key, versionId) = S3Address.ParseCopySource(header);
        using var source = await objects.GetAsync(bucket, key, versionId, call.Aborted);
        ReadCondition.OfCopySource(call).Check(source.Object);
        var replace = call.Header("x-amz-metadata-directive")?.Equals("REPLACE", StringComparison.OrdinalIgnoreCase) == true;
        if (!replace && bucket == call.Bucket && key == call.Key)
        {
            throw S3Errors.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.");
        }

        var algorithm = ChecksumAlgorithm.ByName(call.Header("x-amz-checksum-algorithm")) ?? source.Object.Checksum?.Algorithm;
        using var digests = new ContentDigests(algorithm);
        using var file = objects.Receive();
        await file.AppendAsync(source.Path, new ByteRange(0, source.Size), digests.Append, call.Aborted);
        var headers = replace ? ObjectHeaders.From(call.Request) : source.Object.Headers;
        var stored = await StoreAsync(call, ObjectCreation.Copy, file, headers, digests.Finish());
        await call.RespondAsync(xml => xml.Root(
            "CopyObjectResult", root => CopyResult.Write(root, stored.ETag, stored.LastModified, stored.Checksum)));
    }

    private async Task<StoredObject> StoreAsync(
        S3Call call,
        string eventName,
        IncomingFile file,
        IReadOnlyDictionary<string, string> headers,
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
                Condition = WriteCondition.Of(call.Request.Headers),
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
            call.Response.Headers["x-amz-checksum-type"] = checksum.Type;
        }
    }
}
