using System.Xml;
using VideoAnalysis.LocalAws.S3.Checksums;
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
            root.Text("Key", upload.Key);
            root.Text("UploadId", upload.Id);
            root.Number("PartNumberMarker", after);
            root.Number("NextPartNumberMarker", parts is [.., var last] ? last.Number : after);
            root.Number("MaxParts", limit);
            root.Flag("IsTruncated", found.Count > parts.Count);
            root.Text("ChecksumAlgorithm", upload.Algorithm?.Name);
            root.Text("ChecksumType", upload.Algorithm is null ? null : ObjectChecksum.TypeName(upload.IsFullObject));
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

    /// <summary>ListMultipartUploads.</summary>
    public async Task UploadsAsync(S3Call call)
    {
        var query = new UploadQuery(
            call.Query("prefix") ?? "",
            call.Query("delimiter") ?? "",
            call.Query("key-marker") ?? "",
            call.Query("upload-id-marker") ?? "",
            Math.Min(call.QueryNumber("max-uploads", 0, int.MaxValue) ?? S3Limits.PageItems, S3Limits.PageItems));
        var encode = ListOperations.Encoding(call);
        var page = UploadPage.Of(await uploads.OpenAsync(call.Bucket, call.Aborted), query);
        await call.RespondAsync(xml => xml.Root("ListMultipartUploadsResult", root =>
        {
            root.Text("Bucket", call.Bucket);
            root.Text("KeyMarker", encode(query.KeyMarker));
            root.Text("UploadIdMarker", query.UploadIdMarker);
            root.Text("NextKeyMarker", page.Next is { } next ? encode(next.Key) : null);
            root.Text("NextUploadIdMarker", page.Next?.UploadId);
            root.Text("Prefix", encode(query.Prefix));
            root.Text("Delimiter", query.Delimiter.Length == 0 ? null : encode(query.Delimiter));
            root.Text("EncodingType", call.Query("encoding-type"));
            root.Number("MaxUploads", query.Limit);
            root.Flag("IsTruncated", page.Next is not null);
            foreach (var upload in page.Uploads)
            {
                root.Group("Upload", item => Write(item, upload, encode));
            }

            foreach (var prefix in page.CommonPrefixes)
            {
                root.Group("CommonPrefixes", common => common.Text("Prefix", encode(prefix)));
            }
        }));
    }

    private static void Write(XmlWriter xml, MultipartUpload upload, Func<string, string> encode)
    {
        xml.Text("Key", encode(upload.Key));
        xml.Text("UploadId", upload.Id);
        xml.Text("StorageClass", "STANDARD");
        xml.Time("Initiated", upload.Initiated);
        xml.Text("ChecksumAlgorithm", upload.Algorithm?.Name);
        xml.Text("ChecksumType", upload.Algorithm is null ? null : ObjectChecksum.TypeName(upload.IsFullObject));
    }
}
