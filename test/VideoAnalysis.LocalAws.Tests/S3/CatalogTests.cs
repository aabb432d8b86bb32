using System.Net.Http.Headers;
using VideoAnalysis.LocalAws.S3.Catalog;

namespace VideoAnalysis.LocalAws.Tests.S3;

/// <summary>Everything that S3 knows is used, ignored without harm, or refused by name.</summary>
public sealed class CatalogTests
{
    private static readonly string[] OfHttpAndOfSignatures =
        ["x-amz-checksum-", "If-Range", "x-amz-content-sha256", "x-amz-decoded-content-length", "x-amz-trailer",
            "Content-Length", "Content-MD5"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task An_operation_that_is_not_provided_is_refused_by_name_and_changes_nothing()
    {
        await using var s3 = await StartAsync();
        var uploadId = await BeginUploadAsync(s3);
        var refused =
            S3Names.All.Where(known => S3Catalog.Operations.All(provided => provided.Name != known.Name)).ToList();
        Assert.InRange(refused.Count, 80, 100);
        foreach (var known in refused)
        {
            var query = known.Path.Split('?') is [_, var own] ? own
                : string.Join(
                    '&', known.Members.Where(member => !member.IsHeader).Select(member => $"{member.Name}=1"));
            using var request = new HttpRequestMessage(
                new HttpMethod(known.Method), new Uri(s3.Address, $"{PathOf(known.Path)}?{query}"));
            request.Content = known.Method is "PUT" or "POST" ? new StringContent("x") : null;

            using var response = await s3.Http.SendAsync(request, Token);

            var body = await response.Content.ReadAsStringAsync(Token);
            Assert.True((int)response.StatusCode == 501, $"{known.Name}: {(int)response.StatusCode} {body}");
            Assert.True(query.Length == 0 || query.Split('&', '=')
                .Any(name => body.Contains($"parameter {name}.", StringComparison.Ordinal)), body);
        }

        Assert.Equal([1, 2, 3], await UploadTests.ReadAsync(s3, "film.mp4"));
        Assert.Equal(1, (await s3.Client.ListObjectsV2Async(new() { BucketName = "videos" }, Token)).KeyCount);
        Assert.Equal(
            uploadId, (await s3.Client.ListMultipartUploadsAsync("videos", Token)).MultipartUploads.Single().UploadId);
        Assert.Single((await s3.Client.ListBucketsAsync(Token)).Buckets);
    }

    [Fact]
    public void What_is_provided_is_what_S3_knows_by_these_names()
    {
        foreach (var provided in S3Catalog.Operations)
        {
            var known = S3Names.All.Single(known => known.Name == provided.Name);
            Assert.Equal(known.Method, provided.Method);
            Assert.All(provided.Parameters, name => Assert.Contains((false, name), known.Members));
            Assert.All(
                provided.Headers.Where(
                    name => !OfHttpAndOfSignatures.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))),
                name => Assert.True(known.Members.Contains((true, name))
                    || provided.Name == "CreateBucket", $"{provided.Name}: {name}"));
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Every_member_of_an_operation_is_used_or_ignored_or_refused_by_name()
    {
        await using var s3 = await StartAsync();
        var uploadId = await BeginUploadAsync(s3);
        var refused = 0;
        foreach (var provided in S3Catalog.Operations)
        {
            foreach (var (isHeader, name) in S3Names.All.Single(known => known.Name == provided.Name).Members)
            {
                var isUsed = isHeader ? provided.UsesHeader(name) : provided.UsesParameter(name);
                var list = isHeader ? S3Ignored.Headers : S3Ignored.Parameters;
                if (isUsed || list.Any(ignored => ignored.Is(name) && ignored.Values.Count == 0))
                {
                    continue;
                }

                using var request = RequestFor(s3, provided, uploadId, isHeader ? "" : $"{name}=other");
                if (isHeader)
                {
                    request.Headers.TryAddWithoutValidation(name, "other");
                }

                using var response = await s3.Http.SendAsync(request, Token);

                var body = await response.Content.ReadAsStringAsync(Token);
                Assert.True(
                    (int)response.StatusCode == 501, $"{provided.Name} {name}: {(int)response.StatusCode} {body}");
                Assert.True(provided.Method == "HEAD"
                    || body.Contains(name, StringComparison.Ordinal), $"{provided.Name} {name}: {body}");
                refused++;
            }
        }

        Assert.InRange(refused, 60, 200);
        Assert.Equal([1, 2, 3], await UploadTests.ReadAsync(s3, "film.mp4"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Every_operation_that_is_provided_is_answered()
    {
        await using var s3 = await StartAsync();
        var uploadId = await BeginUploadAsync(s3);
        foreach (var provided in S3Catalog.Operations)
        {
            using var request = RequestFor(s3, provided, uploadId, "");
            using var response = await s3.Http.SendAsync(request, Token);

            Assert.True((int)response.StatusCode < 500, $"{provided.Name}: {(int)response.StatusCode}");
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task A_name_that_S3_does_not_know_yet_is_refused_too()
    {
        await using var s3 = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(s3.Address, "videos/film.mp4"));
        request.Headers.Add("x-amz-of-tomorrow", "1");

        using var header = await s3.Http.SendAsync(request, Token);
        using var parameter = await s3.Http.DeleteAsync(new Uri(s3.Address, "videos/film.mp4?ofTomorrow"), Token);
        using var log = await s3.Http.GetAsync(new Uri(s3.Address, "videos/film.mp4?x-for-the-log=1"), Token);

        Assert.Equal((501, 501, 200), ((int)header.StatusCode, (int)parameter.StatusCode, (int)log.StatusCode));
    }

    private static string PathOf(string path) => path.Split('?')[0]
        .Replace("{Bucket}", "videos", StringComparison.Ordinal)
        .Replace("{Key+}", "film.mp4", StringComparison.Ordinal);

    private static HttpRequestMessage RequestFor(LocalS3 s3, S3Operation operation, string uploadId, string query)
    {
        var path = operation.Scope switch
        {
            S3Scope.Service => "",
            S3Scope.Bucket => "videos",
            _ => operation.Name.Contains("Part", StringComparison.Ordinal) || operation.Method == "GET" ? "film.mp4"
                : "other.mp4",
        };
        path = operation.Scope == S3Scope.Object ? "videos/" + path : path;
        var own = operation.Subresource switch
        {
            null => "",
            "uploadId" =>
                $"uploadId={uploadId}&partNumber=1"[..(operation.Parameters.Contains("partNumber") ? ^0 : ^13)],
            var name => $"{name}={operation.SubresourceValue}",
        };
        var request = new HttpRequestMessage(
            new HttpMethod(operation.Method), new Uri(s3.Address, $"{path}?{own}&{query}"));
        request.Content = operation.Method is "PUT" or "POST" ? new ByteArrayContent([1]) : null;
        if (request.Content is not null)
        {
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("video/mp4");
        }

        if (operation.SelectingHeader is { } header)
        {
            request.Headers.Add(header, "videos/film.mp4");
        }

        return request;
    }

    private static async Task<LocalS3> StartAsync()
    {
        var s3 = await LocalS3.StartAsync();
        await s3.Client.PutObjectAsync(UploadTests.Request("film.mp4", [1, 2, 3]), Token);
        return s3;
    }

    private static async Task<string> BeginUploadAsync(LocalS3 s3) =>
        (await s3.Client.InitiateMultipartUploadAsync("videos", "film.mp4", Token)).UploadId;
}
