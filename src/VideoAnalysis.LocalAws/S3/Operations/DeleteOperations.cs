using System.Xml.Linq;
using VideoAnalysis.LocalAws.S3.Body;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Operations;

/// <summary>The operations that delete objects.</summary>
internal sealed class DeleteOperations(ObjectStore objects)
{
    private static readonly string[] Named = ["Key", "VersionId", "ETag"];

    /// <summary>DeleteObject.</summary>
    public async Task DeleteAsync(S3Call call)
    {
        var deletion = new Deletion(call.Key, call.Query("versionId"), call.Header("If-Match"));
        if (await objects.DeleteAsync(call.Bucket, [deletion], call.Aborted) is [{ } refusal])
        {
            throw refusal;
        }

        await call.RespondAsync(StatusCodes.Status204NoContent);
    }

    /// <summary>DeleteObjects: each object for itself.</summary>
    public async Task DeleteManyAsync(S3Call call)
    {
        var request = await XmlBody.ReadAsync(call.Request, call.Aborted);
        var deletions = request.Children("Object").Select(Read).ToList();
        if (deletions.Count is 0 or > S3Limits.PageItems)
        {
            throw S3Errors.MalformedXml();
        }

        var refusals = await objects.DeleteAsync(call.Bucket, deletions, call.Aborted);
        var quiet = request.ChildText("Quiet") == "true";
        await call.RespondAsync(xml => xml.Root("DeleteResult", root =>
        {
            foreach (var (deletion, refusal) in deletions.Zip(refusals))
            {
                if (refusal is not null)
                {
                    root.Group("Error", item =>
                    {
                        item.Text("Key", deletion.Key);
                        item.Text("VersionId", deletion.VersionId);
                        item.Text("Code", refusal.Code);
                        item.Text("Message", refusal.Message);
                    });
                }
                else if (!quiet)
                {
                    root.Group("Deleted", item =>
                    {
                        item.Text("Key", deletion.Key);
                        item.Text("VersionId", deletion.VersionId);
                    });
                }
            }
        }));
    }

    private static Deletion Read(XElement named)
    {
        if (named.Elements().FirstOrDefault(child => !Named.Contains(child.Name.LocalName)) is { } unknown)
        {
            throw S3Errors.NotImplemented($"the element {unknown.Name.LocalName} of an object to delete");
        }

        return named.ChildText("Key") is { Length: > 0 } key
            ? new Deletion(S3Address.CheckKey(key), named.ChildText("VersionId"), named.ChildText("ETag"))
            : throw S3Errors.MalformedXml();
    }
}
