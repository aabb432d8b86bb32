using System.Xml;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.S3.Listing;

/// <summary>ListObjects, in both versions.</summary>
internal sealed class ListOperations(LocalDatabase database, ObjectStore objects)
{
    /// <summary>ListObjectsV2.</summary>
    public async Task ListV2Async(S3Call call)
    {
        var token = call.Query("continuation-token");
        var startAfter = call.Query("start-after");
        var cursor = token is not null
            ? ListCursor.Parse(token)
            : string.IsNullOrEmpty(startAfter) ? null : new ListCursor(startAfter, IsPrefix: false);
        var (query, page) = await ReadAsync(call, cursor);
        await call.RespondAsync(xml => xml.Root("ListBucketResult", root =>
        {
            var encode = Encoding(call);
            WriteQuery(root, call, query, encode);
            root.Number("KeyCount", page.Objects.Count + page.CommonPrefixes.Count);
            root.Text("ContinuationToken", token);
            root.Text("StartAfter", startAfter is null ? null : encode(startAfter));
            root.Text("NextContinuationToken", page.Next?.ToString());
            WritePage(root, page, encode, withOwner: call.Query("fetch-owner") == "true");
        }));
    }

    /// <summary>ListObjects.</summary>
    public async Task ListV1Async(S3Call call)
    {
        var marker = call.Query("marker") ?? "";
        var cursor = marker.Length == 0 ? null
            : new ListCursor(marker, IsCommonPrefix(marker, call.Query("prefix") ?? "", call.Query("delimiter") ?? ""));
        var (query, page) = await ReadAsync(call, cursor);
        await call.RespondAsync(xml => xml.Root("ListBucketResult", root =>
        {
            var encode = Encoding(call);
            WriteQuery(root, call, query, encode);
            root.Text("Marker", encode(marker));
            root.Text("NextMarker", page.Next is null ? null : encode(page.Next.Last));
            WritePage(root, page, encode, withOwner: true);
        }));
    }

    /// <summary>Whether a marker that a client was given is a common prefix, which is then over, and no key.</summary>
    private static bool IsCommonPrefix(string marker, string prefix, string delimiter) =>
        delimiter.Length > 0 && marker.StartsWith(prefix, StringComparison.Ordinal) &&
        marker.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is var at and >= 0 &&
        at + delimiter.Length == marker.Length;

    private async Task<(ListQuery Query, ListPage Page)> ReadAsync(S3Call call, ListCursor? after)
    {
        await objects.CheckBucketAsync(call.Bucket, call.Aborted);
        var limit = Math.Min(call.QueryNumber("max-keys", 0, int.MaxValue) ?? S3Limits.PageItems, S3Limits.PageItems);
        var query = new ListQuery(call.Query("prefix") ?? "", call.Query("delimiter") ?? "", after, limit);
        var page = await database.ReadAsync(
            connection => new ObjectLister(connection, call.Bucket, query).Read(), call.Aborted);
        return (query, page);
    }

    /// <summary>
    /// What keys go through on their way into the document: with "url", what XML cannot hold comes through. S3 encodes
    /// form values: a space is a plus.
    /// </summary>
    internal static Func<string, string> Encoding(S3Call call) =>
        call.Query("encoding-type") switch
        {
            null => static text => text,
            "url" => static text => string.Join('/', text.Split('/').Select(Uri.EscapeDataString))
                .Replace("%20", "+", StringComparison.Ordinal),
            var other =>
                throw S3Errors.InvalidArgument("encoding-type", other, "Invalid Encoding Method specified in Request"),
        };

    private static void WriteQuery(XmlWriter xml, S3Call call, ListQuery query, Func<string, string> encode)
    {
        xml.Text("Name", call.Bucket);
        xml.Text("Prefix", encode(query.Prefix));
        xml.Text("Delimiter", query.Delimiter.Length == 0 ? null : encode(query.Delimiter));
        xml.Number("MaxKeys", query.Limit);
        xml.Text("EncodingType", call.Query("encoding-type"));
    }

    private static void WritePage(XmlWriter xml, ListPage page, Func<string, string> encode, bool withOwner)
    {
        xml.Flag("IsTruncated", page.Next is not null);
        foreach (var stored in page.Objects)
        {
            xml.Group("Contents", contents => WriteObject(contents, stored, encode, withOwner));
        }

        foreach (var prefix in page.CommonPrefixes)
        {
            xml.Group("CommonPrefixes", common => common.Text("Prefix", encode(prefix)));
        }
    }

    private static void WriteObject(XmlWriter xml, StoredObject stored, Func<string, string> encode, bool withOwner)
    {
        xml.Text("Key", encode(stored.Key));
        xml.Time("LastModified", stored.LastModified);
        xml.ETag(stored.ETag);
        xml.Text("ChecksumAlgorithm", stored.Checksum?.Algorithm.Name);
        xml.Text("ChecksumType", stored.Checksum?.Type);
        xml.Number("Size", stored.Size);
        if (withOwner)
        {
            xml.Group("Owner", owner =>
            {
                owner.Text("ID", Owner.Id);
                owner.Text("DisplayName", Owner.DisplayName);
            });
        }

        xml.Text("StorageClass", "STANDARD");
    }
}
