using System.Text.RegularExpressions;
using VideoAnalysis.LocalAws.S3.Body;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;
using VideoAnalysis.LocalAws.S3.Uploads;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.S3.Operations;

/// <summary>The operations on buckets, and the list of them.</summary>
internal sealed partial class BucketOperations(
    LocalDatabase database, ObjectStore objects, MultipartUploads uploads, S3Options options, TimeProvider time)
{
    /// <summary>The most buckets in a page ("ListBuckets" in S3's API reference).</summary>
    private const int LargestPage = 10_000;

    /// <summary>ListBuckets.</summary>
    public async Task ListAsync(S3Call call)
    {
        var limit = call.QueryNumber("max-buckets", 1, LargestPage) ?? LargestPage;
        var prefix = call.Query("prefix") ?? "";
        var after = call.Query("continuation-token") is { } token ? ListToken.Parse(token) : "";
        var isHere = call.Query("bucket-region") is not { } region || region == options.Region;
        var found = isHere ? await FindAsync(prefix, after, limit + 1, call.Aborted) : [];
        var page = found.Take(limit).ToList();
        await call.RespondAsync(xml => xml.Root("ListAllMyBucketsResult", root =>
        {
            root.Group("Owner", owner =>
            {
                owner.Text("ID", Owner.Id);
                owner.Text("DisplayName", Owner.DisplayName);
            });
            root.Group("Buckets", list =>
            {
                foreach (var (name, created) in page)
                {
                    list.Group("Bucket", bucket =>
                    {
                        bucket.Text("Name", name);
                        bucket.Time("CreationDate", created);
                    });
                }
            });
            root.Text("Prefix", call.Query("prefix"));
            root.Text("ContinuationToken", found.Count > page.Count ? ListToken.Write(page[^1].Name) : null);
        }));
    }

    /// <summary>CreateBucket.</summary>
    public async Task CreateAsync(S3Call call)
    {
        if (!IsValidName(call.Bucket))
        {
            throw S3Errors.InvalidBucketName(call.Bucket);
        }

        await CheckConfigurationAsync(call);
        var created = await database.WriteAsync(
            transaction => transaction.Execute(
                "INSERT OR IGNORE INTO buckets (name, created_at) VALUES ($name, $now)",
                ("$name", call.Bucket),
                ("$now", time.GetUtcNow().ToUnixTimeMilliseconds())),
            call.Aborted);
        if (created == 0)
        {
            throw S3Errors.BucketAlreadyOwnedByYou(call.Bucket);
        }

        call.Response.Headers.Location = "/" + call.Bucket;
        await call.RespondAsync(StatusCodes.Status200OK);
    }

    /// <summary>HeadBucket.</summary>
    public async Task HeadAsync(S3Call call)
    {
        await objects.CheckBucketAsync(call.Bucket, call.Aborted);
        call.Response.Headers["x-amz-bucket-region"] = options.Region;
        await call.RespondAsync(StatusCodes.Status200OK);
    }

    /// <summary>DeleteBucket.</summary>
    public async Task DeleteAsync(S3Call call)
    {
        await database.FreeAsync(
            transaction =>
            {
                if (!ObjectTable.BucketExists(transaction.Connection, call.Bucket))
                {
                    throw S3Errors.NoSuchBucket(call.Bucket);
                }

                if (ObjectTable.From(transaction.Connection, call.Bucket, "", inclusive: true, limit: 1).Any())
                {
                    throw S3Errors.BucketNotEmpty(call.Bucket);
                }

                uploads.AbortAll(transaction, call.Bucket);
                return transaction.Execute("DELETE FROM buckets WHERE name = $name", ("$name", call.Bucket));
            },
            call.Aborted);
        await call.RespondAsync(StatusCodes.Status204NoContent);
    }

    /// <summary>GetBucketLocation.</summary>
    public async Task LocationAsync(S3Call call)
    {
        await objects.CheckBucketAsync(call.Bucket, call.Aborted);

        // The oldest region goes by no name.
        await call.RespondAsync(xml => xml.Root(
            "LocationConstraint", root => root.WriteString(options.Region == "us-east-1" ? "" : options.Region)));
    }

    /// <summary>GetBucketVersioning: never enabled.</summary>
    public async Task VersioningAsync(S3Call call)
    {
        await objects.CheckBucketAsync(call.Bucket, call.Aborted);
        await call.RespondAsync(xml => xml.Root("VersioningConfiguration", static _ => { }));
    }

    private Task<List<(string Name, DateTimeOffset Created)>> FindAsync(
        string prefix, string after, int limit, CancellationToken cancellationToken) => database.ReadAsync(
            connection =>
            {
                using var command = connection.Command(
                    """
                    SELECT name, created_at FROM buckets
                    WHERE name > $after AND substr(name, 1, length($prefix)) = $prefix ORDER BY name LIMIT $limit
                    """,
                    ("$after", after),
                    ("$prefix", prefix),
                    ("$limit", limit));
                using var reader = command.ExecuteReader();
                var found = new List<(string Name, DateTimeOffset Created)>();
                while (reader.Read())
                {
                    found.Add((reader.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1))));
                }

                return found;
            },
            cancellationToken);

    /// <summary>Checks the body of a CreateBucket, if there is one.</summary>
    private async Task CheckConfigurationAsync(S3Call call)
    {
        if (call.Request.ContentLength is null or 0)
        {
            return;
        }

        var configuration = await XmlBody.ReadAsync(call.Request, call.Aborted);
        foreach (var element in configuration.Elements())
        {
            if (element.Name.LocalName != "LocationConstraint")
            {
                throw S3Errors.NotImplemented($"the element {element.Name.LocalName} of CreateBucketConfiguration");
            }

            if (element.Value.Length > 0 && element.Value != options.Region)
            {
                throw S3Errors.IllegalLocation(element.Value, options.Region);
            }
        }
    }

    /// <summary>The main ones of S3's "General purpose bucket naming rules".</summary>
    private static bool IsValidName(string name) =>
        NameShape().IsMatch(name)
        && !name.Contains("..", StringComparison.Ordinal)
        && !System.Net.IPAddress.TryParse(name, out _);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();
}
