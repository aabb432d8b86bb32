using VideoAnalysis.LocalAws.S3.Listing;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>ListParts and ListMultipartUploads.</summary>
internal sealed class UploadLists(MultipartUploads uploads)
{
    /// <summary>ListParts.</summary>
    public async Task PartsAsync(S3Call call)
    {
        var upload = await uploads.GetOpenAsync(call.Bucket, call.Key, UploadOperations.UploadId(call), call.Aborted);
        var after = call.QueryNumber("part-number-marker", 0, int.MaxValue) ?? 0;
        var limit = Math.Min(call.QueryNumber("max-parts", 0, int.MaxValue) ?? S3Limits.PageItems, S3Limits.PageItems);
        var found = await uploads.PartsAsync(upload, after, limit + 1, call.Aborted);
        var parts = found.Take(limit).ToList();
        await call.RespondAsync(xml => xml.Root("ListPartsResult", root =>
        {
            root.Text("Bucket", upload.Bucket);
            root.Text("Key", ListOperations.Encoding(call)(upload.Key));
            root.Text("UploadId", upload.Id);
            root.Number("PartNumberMarker", after);
            root.Number("NextPartNumberMarker", parts is [.., var last] ? last.Number : after);
            root.Number("MaxParts", limit);
            root.Flag("IsTruncated", found.Count > parts.Count);
            foreach (var part in parts)
            {
                root.Group("Part", item =>
                {
                    item.Number("PartNumber", part.Number);
                    item.Time("LastModified", part.LastModified);
                    item.ETag(part.ETag);
                    item.Number("Size", part.Size);
                    if (part.Checksum is { } checksum)
                    {
                        item.Text(checksum.Algorithm.Element, checksum.Value);
                    }
                });
            }

            root.Text("StorageClass", "STANDARD");
        }));
    }

    /// <summary>ListMultipartUploads. Few are ever open here at once, so they come as one page of any length.</summary>
    public async Task UploadsAsync(S3Call call)
    {
        var prefix = call.Query("prefix") ?? "";
        var open = await uploads.OpenAsync(call.Bucket, call.Aborted);
        var encode = ListOperations.Encoding(call);
        await call.RespondAsync(xml => xml.Root("ListMultipartUploadsResult", root =>
        {
            root.Text("Bucket", call.Bucket);
            root.Text("Prefix", encode(prefix));
            root.Text("EncodingType", call.Query("encoding-type"));
            root.Number("MaxUploads", S3Limits.PageItems);
            root.Flag("IsTruncated", false);
            foreach (var upload in open.Where(upload => upload.Key.StartsWith(prefix, StringComparison.Ordinal)))
            {
                root.Group("Upload", item =>
                {
                    item.Text("Key", encode(upload.Key));
                    item.Text("UploadId", upload.Id);
                    item.Text("StorageClass", "STANDARD");
                    item.Time("Initiated", upload.Initiated);
                    item.Text("ChecksumAlgorithm", upload.Algorithm?.Name);
                });
            }
        }));
    }
}
