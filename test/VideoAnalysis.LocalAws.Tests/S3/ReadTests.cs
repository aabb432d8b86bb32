using System.Net;
using System.Net.Http.Headers;
using Amazon.S3;
using Amazon.S3.Model;

namespace VideoAnalysis.LocalAws.Tests.S3;

public sealed class ReadTests
{
    private static readonly Uri Film = new("videos/film.mp4", UriKind.Relative);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_range_is_sent_alone()
    {
        await using var s3 = await StartAsync();

        using var response = await s3.Client.GetObjectAsync(
            new GetObjectRequest { BucketName = "videos", Key = "film.mp4", ByteRange = new ByteRange(2, 5) }, Token);

        Assert.Equal((HttpStatusCode.PartialContent, "bytes 2-5/10"), (response.HttpStatusCode, response.ContentRange));
        Assert.Equal([2, 3, 4, 5], await UploadTests.DrainAsync(response.ResponseStream));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_range_beyond_the_end_is_refused_with_the_size()
    {
        await using var s3 = await StartAsync();
        using var request =
            new HttpRequestMessage(HttpMethod.Get, Film) { Headers = { Range = new RangeHeaderValue(10, null) } };

        using var response = await s3.Http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal("bytes */10", response.Content.Headers.ContentRange?.ToString());
        Assert.Contains(
            "<Code>InvalidRange</Code>", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Headers_and_metadata_come_back_whatever_their_letters()
    {
        await using var s3 = await LocalS3.StartAsync();
        var request = UploadTests.Request("film.mp4", [1]);
        request.ContentType = "video/mp4";
        request.Headers.CacheControl = "max-age=5";
        request.Headers.ContentEncoding = "identity";
        request.Metadata["Director"] = "Ada";
        await s3.Client.PutObjectAsync(request, Token);

        var metadata = await s3.Client.GetObjectMetadataAsync("videos", "film.mp4", Token);

        Assert.Equal("video/mp4", metadata.Headers.ContentType);
        Assert.Equal("max-age=5", metadata.Headers.CacheControl);
        Assert.Equal("identity", metadata.Headers.ContentEncoding);
        Assert.Equal("Ada", metadata.Metadata["director"]);
        Assert.Equal(1, metadata.ContentLength);
    }

    [Fact(Timeout = 60_000)]
    public async Task Metadata_beyond_ASCII_comes_back_encoded_as_S3_does()
    {
        await using var s3 = await LocalS3.StartAsync();
        await RawAsync(s3, "PUT", ("x-amz-meta-title", "Fünf"));

        using var response = await s3.Http.GetAsync(Film, Token);

        Assert.Equal("=?UTF-8?B?RsO8bmY=?=", response.Headers.GetValues("x-amz-meta-title").Single());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_query_may_replace_headers_but_not_break_them()
    {
        await using var s3 = await StartAsync();

        using var response = await s3.Http.GetAsync(
            new Uri(
                "videos/film.mp4?X-Amz-Signature=0&response-content-type=video/mp4" +
                "&response-content-disposition=attachment",
                UriKind.Relative),
            Token);
        using var broken = await s3.Http.GetAsync(
            new Uri("videos/film.mp4?X-Amz-Signature=0&response-content-disposition=a%0d%0aSet-Cookie:%20b",
                UriKind.Relative), Token);
        using var unsigned = await s3.Http.GetAsync(
            new Uri("videos/film.mp4?response-content-type=text/html", UriKind.Relative), Token);

        Assert.Equal("video/mp4", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, unsigned.StatusCode);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("If-None-Match", "\"{etag}\"", HttpStatusCode.NotModified)]
    [InlineData("If-None-Match", "\"other\", W/\"{etag}\"", HttpStatusCode.NotModified)]
    [InlineData("If-None-Match", "\"other\"", HttpStatusCode.OK)]
    [InlineData("If-Match", "\"{etag}\"", HttpStatusCode.OK)]
    [InlineData("If-Match", "\"other\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT", HttpStatusCode.NotModified)]
    [InlineData("If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT", HttpStatusCode.OK)]
    [InlineData("If-Unmodified-Since", "Thu, 01 Jan 2015 00:00:00 GMT", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Unmodified-Since", "Fri, 01 Jan 2099 00:00:00 GMT", HttpStatusCode.OK)]
    public async Task Conditions_are_held_against_the_object(string name, string value, HttpStatusCode expected)
    {
        await using var s3 = await StartAsync();
        var etag = Bytes.Md5([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

        using var response = await RawAsync(s3, "GET", (name, value.Replace("{etag}", etag, StringComparison.Ordinal)));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_part_of_a_multipart_object_can_be_asked_for()
    {
        await using var s3 = await LocalS3.StartAsync(new() { MinimumPartSize = 1 });
        var upload = await s3.Client.InitiateMultipartUploadAsync("videos", "film.mp4", Token);
        var parts = new List<PartETag>();
        foreach (var part in (byte[][])[[1, 2], [3, 4, 5]])
        {
            parts.Add(new PartETag(await s3.Client.UploadPartAsync(
                new UploadPartRequest
                {
                    BucketName = "videos",
                    Key = "film.mp4",
                    UploadId = upload.UploadId,
                    PartNumber = parts.Count + 1,
                    InputStream = new MemoryStream(part),
                },
                Token)));
        }

        await s3.Client.CompleteMultipartUploadAsync(
            new() { BucketName = "videos", Key = "film.mp4", UploadId = upload.UploadId, PartETags = parts }, Token);

        using var response = await s3.Client.GetObjectAsync(
            new GetObjectRequest { BucketName = "videos", Key = "film.mp4", PartNumber = 2 }, Token);
        Assert.Equal([3, 4, 5], await UploadTests.DrainAsync(response.ResponseStream));
        Assert.Equal(2, response.PartsCount);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_presigned_address_works_without_more()
    {
        await using var s3 = await StartAsync();
        var address = await s3.Client.GetPreSignedURLAsync(
            new GetPreSignedUrlRequest
            {
                BucketName = "videos",
                Key = "film.mp4",
                Protocol = Protocol.HTTP,
                Expires = new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            });

        Assert.Equal(10, (await s3.Http.GetByteArrayAsync(new Uri(address), Token)).Length);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_missing_object_is_said_to_be_missing_with_and_without_a_body()
    {
        await using var s3 = await LocalS3.StartAsync();

        var get = await Assert.ThrowsAsync<NoSuchKeyException>(
            () => s3.Client.GetObjectAsync("videos", "film.mp4", Token));
        var head = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => s3.Client.GetObjectMetadataAsync("videos", "film.mp4", Token));

        Assert.Equal(("NoSuchKey", HttpStatusCode.NotFound), (get.ErrorCode, get.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
        Assert.NotEmpty(get.RequestId);
    }

    private static async Task<LocalS3> StartAsync()
    {
        var s3 = await LocalS3.StartAsync();
        await s3.Client.PutObjectAsync(UploadTests.Request("film.mp4", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), Token);
        return s3;
    }

    private static async Task<HttpResponseMessage> RawAsync(
        LocalS3 s3, string method, params (string Name, string Value)[] headers)
    {
        // HttpClient's default is Latin-1 or nothing; S3's clients send UTF-8.
        using var handler =
            new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 };
        using var client = new HttpClient(handler) { BaseAddress = s3.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), Film);
        request.Content = method == "PUT" ? new ByteArrayContent([1]) : null;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, Token);
    }
}
