using Amazon.S3.Model;
using CsCheck;
using VideoAnalysis.LocalAws.S3.Listing;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Tests.S3;

public sealed class ListTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_delimiter_folds_keys_into_common_prefixes_over_all_pages()
    {
        await using var s3 = await StartAsync("a/1", "a/2", "b.mp4", "c/d/3", "c/e", "z");
        var names = new List<string>();
        var request = new ListObjectsV2Request { BucketName = "videos", Delimiter = "/", MaxKeys = 1 };
        ListObjectsV2Response page;
        do
        {
            page = await s3.Client.ListObjectsV2Async(request, Token);
            names.AddRange(page.CommonPrefixes ?? []);
            names.AddRange((page.S3Objects ?? []).Select(found => found.Key));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);

        Assert.Equal(["a/", "b.mp4", "c/", "z"], names);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_first_version_lists_the_same()
    {
        await using var s3 = await StartAsync("a/1", "a/2", "b.mp4", "c/d/3");
        var request = new ListObjectsRequest { BucketName = "videos", Delimiter = "/", MaxKeys = 2 };

        var first = await s3.Client.ListObjectsAsync(request, Token);
        request.Marker = first.NextMarker;
        var second = await s3.Client.ListObjectsAsync(request, Token);

        Assert.Equal(("a/", "b.mp4"), (first.CommonPrefixes.Single(), first.S3Objects.Single().Key));
        Assert.Equal("c/", second.CommonPrefixes.Single());
        Assert.False(second.IsTruncated);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_first_version_tells_keys_that_look_like_folders_from_common_prefixes()
    {
        string[] keys = ["a/", "a/1", "a/b/", "a/b/2", "a/c"];
        await using var s3 = await StartAsync(keys);
        var names = new List<string>();
        var request = new ListObjectsRequest { BucketName = "videos", Prefix = "a/", Delimiter = "/", MaxKeys = 1 };
        ListObjectsResponse page;
        do
        {
            page = await s3.Client.ListObjectsAsync(request, Token);
            names.AddRange(page.CommonPrefixes ?? []);
            names.AddRange((page.S3Objects ?? []).Select(found => found.Key));
            request.Marker = page.NextMarker;
        }
        while (page.IsTruncated == true);

        Assert.Equal(["a/", "a/1", "a/b/", "a/c"], names);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_list_can_start_after_a_key_and_within_a_prefix()
    {
        await using var s3 = await StartAsync("a", "b/1", "b/2", "b/3", "c");

        var page = await s3.Client.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = "videos", Prefix = "b/", StartAfter = "b/1" }, Token);

        Assert.Equal(["b/2", "b/3"], page.S3Objects.Select(found => found.Key));
        Assert.Equal(2, page.KeyCount);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("", "", "a/1 a/1 a/2 b c/1")]
    [InlineData("", "/", "a/ b c/")]
    [InlineData("a/", "", "a/1 a/1 a/2")]
    [InlineData("a/", "/", "a/1 a/1 a/2")]
    public async Task Open_uploads_are_listed_page_by_page(string prefix, string delimiter, string expected)
    {
        await using var s3 = await LocalS3.StartAsync();
        foreach (var key in (string[])["a/2", "b", "a/1", "c/1", "a/1"])
        {
            await s3.Client.InitiateMultipartUploadAsync("videos", key, Token);
        }

        var (names, ids) = (new List<string>(), new List<string>());
        var request = new ListMultipartUploadsRequest { BucketName = "videos", Prefix = prefix, Delimiter = delimiter,
            MaxUploads = 1 };
        ListMultipartUploadsResponse page;
        do
        {
            page = await s3.Client.ListMultipartUploadsAsync(request, Token);
            Assert.InRange((page.CommonPrefixes?.Count ?? 0) + (page.MultipartUploads?.Count ?? 0), 0, 1);
            names.AddRange(page.CommonPrefixes ?? []);
            names.AddRange((page.MultipartUploads ?? []).Select(upload => upload.Key));
            ids.AddRange((page.MultipartUploads ?? []).Select(upload => upload.UploadId));
            (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
        }
        while (page.IsTruncated == true);

        Assert.Equal(expected.Split(' '), names);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact(Timeout = 60_000)]
    public async Task Buckets_are_listed_page_by_page()
    {
        await using var s3 = await LocalS3.StartAsync();
        await s3.Client.PutBucketAsync("films-1", Token);
        await s3.Client.PutBucketAsync("films-2", Token);
        var request = new ListBucketsRequest { MaxBuckets = 1, Prefix = "films" };

        var first = await s3.Client.ListBucketsAsync(request, Token);
        request.ContinuationToken = first.ContinuationToken;
        var second = await s3.Client.ListBucketsAsync(request, Token);

        Assert.Equal(("films-1", "films-2"), (first.Buckets.Single().BucketName, second.Buckets.Single().BucketName));
        Assert.Null(second.ContinuationToken);
        Assert.Empty((await s3.Client.ListBucketsAsync(
            new ListBucketsRequest { BucketRegion = "eu-west-1" }, Token)).Buckets ?? []);
    }

    [Fact(Timeout = 60_000)]
    public async Task Parts_are_listed_page_by_page()
    {
        await using var s3 = await LocalS3.StartAsync();
        var upload = await s3.Client.InitiateMultipartUploadAsync("videos", "film.mp4", Token);
        var request =
            new ListPartsRequest { BucketName = "videos", Key = "film.mp4", UploadId = upload.UploadId, MaxParts = 1 };
        foreach (var number in (int[])[2, 7])
        {
            await s3.Client.UploadPartAsync(
                new() { BucketName = "videos", Key = "film.mp4", UploadId = upload.UploadId, PartNumber = number,
                    InputStream = new MemoryStream([1]) }, Token);
        }

        var first = await s3.Client.ListPartsAsync(request, Token);
        request.PartNumberMarker = first.NextPartNumberMarker.ToString();
        var second = await s3.Client.ListPartsAsync(request, Token);

        Assert.Equal((2, 7), (first.Parts.Single().PartNumber, second.Parts.Single().PartNumber));
        Assert.Equal((true, false), (first.IsTruncated, second.IsTruncated));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("continuation-token=bogus")]
    [InlineData("max-keys=-1")]
    [InlineData("max-keys=many")]
    [InlineData("encoding-type=rot13")]
    public async Task A_parameter_that_makes_no_sense_is_refused(string query)
    {
        await using var s3 = await LocalS3.StartAsync();

        using var response = await s3.Http.GetAsync(new Uri($"videos?list-type=2&{query}", UriKind.Relative), Token);

        Assert.Contains(
            "<Code>InvalidArgument</Code>", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_any_size_hold_what_a_plain_walk_over_the_keys_finds()
    {
        using var temporary = new TemporaryFolder();
        using var folder = DataFolder.Open(temporary.Path);
        using var database = new LocalDatabase(folder, [new SchemaPart("s3", ObjectTable.Schema)]);
        await database.WriteAsync(
            transaction => transaction.Execute("INSERT INTO buckets VALUES ('videos', 0)"), Token);

        var text = Gen.OneOf(
            Gen.Const("/"), Gen.Const("a"), Gen.Const("b"), Gen.Const("\uD7FF"), Gen.Const("\uFFFF"),
            Gen.Const("\U0001F3AC"))
            .Array[0, 5].Select(string.Concat);
        await Gen.Select(
            text.Array[0, 12], text, Gen.OneOf(Gen.Const(""), Gen.Const("/"), Gen.Const("a/")), Gen.Int[1, 4])
            .SampleAsync(async (keys, prefix, delimiter, limit) =>
            {
                var found = new List<string>();
                await database.WriteAsync(
                    transaction =>
                    {
                        transaction.Execute("DELETE FROM objects");
                        foreach (var key in keys.Where(key => key.Length > 0))
                        {
                            ObjectTable.Upsert(
                                transaction, new StoredObject("videos", key, "f", 1, "e", DateTimeOffset.UnixEpoch));
                        }

                        ListCursor? after = null;
                        do
                        {
                            var page = new ObjectLister(
                                transaction.Connection, "videos", new(prefix, delimiter, after, limit)).Read();
                            Assert.InRange(page.Objects.Count + page.CommonPrefixes.Count, 0, limit);
                            found.AddRange(page.Objects.Select(stored => stored.Key).Concat(page.CommonPrefixes));
                            after = page.Next is null ? null : ListCursor.Parse(page.Next.ToString());
                        }
                        while (after is not null);
                    },
                    Token);

                Assert.Equal(Walk(keys, prefix, delimiter)
                    .Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
            },
            threads: 1,
            iter: 300);
    }

    private static IEnumerable<string> Walk(string[] keys, string prefix, string delimiter) =>
        keys.Where(key => key.Length > 0 && key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => delimiter.Length > 0
                && key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is var end and >= 0
                    ? key[..(end + delimiter.Length)]
                    : key)
            .Distinct();

    private static async Task<LocalS3> StartAsync(params string[] keys)
    {
        var s3 = await LocalS3.StartAsync();
        foreach (var key in keys)
        {
            await s3.Client.PutObjectAsync(UploadTests.Request(key, [1]), Token);
        }

        return s3;
    }
}
