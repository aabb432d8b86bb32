using VideoAnalysis.LocalAws.S3.Listing;

namespace VideoAnalysis.LocalAws.S3.Uploads;

/// <summary>A page of the list of open uploads.</summary>
/// <param name="Uploads">The uploads, by key, then by their begin.</param>
/// <param name="CommonPrefixes">What stands for the uploads of many keys, in order.</param>
/// <param name="Next">The markers of the next page; null if this is the last.</param>
internal sealed record UploadPage(
    IReadOnlyList<MultipartUpload> Uploads, IReadOnlyList<string> CommonPrefixes, (string Key, string? UploadId)? Next)
{
    /// <summary>Picks a page of the open uploads of a bucket, of which there are never many.</summary>
    /// <param name="open">All of them, by key, then by id.</param>
    /// <param name="query">What is asked for.</param>
    public static UploadPage Of(IReadOnlyList<MultipartUpload> open, UploadQuery query)
    {
        var uploads = new List<MultipartUpload>();
        var prefixes = new List<string>();
        (string Key, string? UploadId)? last = null;
        foreach (var upload in open.Where(upload => upload.Key.StartsWith(query.Prefix, StringComparison.Ordinal)))
        {
            var prefix = ObjectLister.CommonPrefix(upload.Key, query.Prefix, query.Delimiter);
            if (!IsAfterMarker(prefix ?? upload.Key, prefix is null ? upload.Id : null, query)
                || (prefix is not null && prefixes is [.., var former] && former == prefix))
            {
                continue;
            }

            if (uploads.Count + prefixes.Count == query.Limit)
            {
                return new UploadPage(uploads, prefixes, query.Limit == 0 ? null : last);
            }

            if (prefix is null)
            {
                uploads.Add(upload);
                last = (upload.Key, upload.Id);
            }
            else
            {
                prefixes.Add(prefix);
                last = (prefix, null);
            }
        }

        return new UploadPage(uploads, prefixes, null);
    }

    private static bool IsAfterMarker(string name, string? id, UploadQuery query)
    {
        if (query.KeyMarker.Length == 0)
        {
            return true;
        }

        var order = ObjectLister.CompareUtf8(name, query.KeyMarker);
        return order > 0
            || (order == 0 && id is not null && query.UploadIdMarker.Length > 0
                && string.CompareOrdinal(id, query.UploadIdMarker) > 0);
    }
}
