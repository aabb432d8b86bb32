using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Testing;

namespace VideoAnalysis.LocalAws.Tests.S3;

public sealed class ServiceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Buckets_are_made_listed_and_removed()
    {
        await using var s3 = await LocalS3.StartAsync();

        await s3.Client.PutBucketAsync("more-videos", Token);

        Assert.Equal(["more-videos", "videos"], (await s3.Client.ListBucketsAsync(Token)).Buckets.Select(
            bucket => bucket.BucketName));
        await s3.Client.HeadBucketAsync(new HeadBucketRequest { BucketName = "more-videos" }, Token);
        Assert.Equal("", (await s3.Client.GetBucketLocationAsync("more-videos", Token)).Location.Value);
        var again = await Assert.ThrowsAnyAsync<AmazonS3Exception>(
            () => s3.Client.PutBucketAsync("more-videos", Token));
        Assert.Equal("BucketAlreadyOwnedByYou", again.ErrorCode);
        await s3.Client.DeleteBucketAsync("more-videos", Token);
        Assert.Single((await s3.Client.ListBucketsAsync(Token)).Buckets);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_bucket_with_objects_stays()
    {
        await using var s3 = await LocalS3.StartAsync();
        await s3.Client.PutObjectAsync(UploadTests.Request("film.mp4", [1]), Token);

        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => s3.Client.DeleteBucketAsync("videos", Token));

        Assert.Equal("BucketNotEmpty", error.ErrorCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_bucket_that_is_removed_takes_its_open_uploads_along()
    {
        await using var s3 = await LocalS3.StartAsync();
        await s3.Client.PutBucketAsync("more-videos", Token);
        var upload = await s3.Client.InitiateMultipartUploadAsync("more-videos", "film.mp4", Token);
        await s3.Client.UploadPartAsync(
            new() { BucketName = "more-videos", Key = "film.mp4", UploadId = upload.UploadId, PartNumber = 1,
                InputStream = new MemoryStream([1]) }, Token);

        await s3.Client.DeleteBucketAsync("more-videos", Token);

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(s3.DataFolder, "objects")));
        await s3.Client.PutBucketAsync("more-videos", Token);
        Assert.Empty((await s3.Client.ListMultipartUploadsAsync("more-videos", Token)).MultipartUploads ?? []);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_upload_that_was_given_up_a_week_ago_is_aborted_at_the_start_and_a_younger_one_is_not()
    {
        await using var s3 = await LocalS3.StartAsync();
        foreach (var key in (string[])["old.mp4", "young.mp4"])
        {
            var upload = await s3.Client.InitiateMultipartUploadAsync("videos", key, Token);
            await s3.Client.UploadPartAsync(
                new() { BucketName = "videos", Key = key, UploadId = upload.UploadId, PartNumber = 1,
                    InputStream = new MemoryStream([1]) }, Token);
        }

        await s3.Services.GetRequiredService<LocalDatabase>().WriteAsync(
            transaction => transaction.Execute(
                "UPDATE uploads SET initiated = $time WHERE key = 'old.mp4'",
                ("$time", (TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(7.1)).ToUnixTimeMilliseconds())),
            Token);
        await s3.StopAsync();

        await s3.StartAgainAsync();

        Assert.Equal(
            "young.mp4", (await s3.Client.ListMultipartUploadsAsync("videos", Token)).MultipartUploads.Single().Key);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(s3.DataFolder, "objects")));
    }

    [Slow]
    [Fact(Timeout = 60_000)]
    public async Task A_body_that_a_refusal_has_kept_from_being_sent_is_not_waited_for()
    {
        await using var s3 = await LocalS3.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, s3.Address.Port, Token);
        await using var stream = client.GetStream();

        // As boto3 does: the body follows when the endpoint has said that it may.
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "PUT /nowhere/film.mp4 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n" +
            "Expect: 100-continue\r\n\r\n"), Token);
        var answer = await ReadUntilClosedAsync(stream);

        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("<Code>NoSuchBucket</Code>", answer, StringComparison.Ordinal);
    }

    private static async Task<string> ReadUntilClosedAsync(NetworkStream stream)
    {
        var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received, Token);
        }
        catch (IOException)
        {
            // Reset, as a part of the request was never read.
        }

        return Encoding.UTF8.GetString(received.ToArray());
    }

    [Theory(Timeout = 60_000)]
    [InlineData("GET", "/nowhere/film.mp4", 404, "NoSuchBucket")]
    [InlineData("PUT", "/nowhere/film.mp4", 404, "NoSuchBucket")]
    [InlineData("DELETE", "/nowhere/film.mp4", 404, "NoSuchBucket")]
    [InlineData("GET", "/nowhere", 404, "NoSuchBucket")]
    [InlineData("POST", "/nowhere/film.mp4?uploads", 404, "NoSuchBucket")]
    [InlineData("GET", "/videos/film.mp4", 404, "NoSuchKey")]
    [InlineData("GET", "/videos/film.mp4?versionId=7", 404, "NoSuchVersion")]
    [InlineData("PUT", "/videos/film.mp4?uploadId=7&partNumber=1", 404, "NoSuchUpload")]
    [InlineData("PUT", "/videos/film.mp4?uploadId=7&partNumber=0", 400, "InvalidArgument")]
    [InlineData("PUT", "/videos/film.mp4?uploadId=7&partNumber=10001", 400, "InvalidArgument")]
    [InlineData("POST", "/videos/film.mp4?uploadId=7", 400, "MalformedXML")]
    [InlineData("POST", "/videos?delete", 400, "MalformedXML")]
    [InlineData("PUT", "/No_Bucket", 400, "InvalidBucketName")]
    [InlineData("PUT", "/192.168.5.4", 400, "InvalidBucketName")]
    [InlineData("PUT", "/a", 400, "InvalidBucketName")]
    [InlineData("POST", "/", 405, "MethodNotAllowed")]
    [InlineData("PATCH", "/videos/film.mp4", 405, "MethodNotAllowed")]
    [InlineData("POST", "/videos/film.mp4", 405, "MethodNotAllowed")]
    [InlineData("GET", "/videos/film.mp4?acl", 501, "NotImplemented")]
    [InlineData("GET", "/videos?versions", 501, "NotImplemented")]
    [InlineData("POST", "/videos", 501, "NotImplemented")]
    [InlineData("GET", "/videos/film.mp4?partNumber=1&partNumber=2", 400, "InvalidArgument")]
    public async Task What_cannot_be_is_refused_by_S3s_name(string method, string target, int status, string code)
    {
        await using var s3 = await LocalS3.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(s3.Address, target));
        request.Content = method is "PUT" or "POST" ? new StringContent("x") : null;

        using var response = await s3.Http.SendAsync(request, Token);

        var body = await response.Content.ReadAsStringAsync(Token);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains($"<Error><Code>{code}</Code>", body, StringComparison.Ordinal);
        Assert.Contains($"<RequestId>{response.Headers.GetValues("x-amz-request-id").Single()}</RequestId>", body,
            StringComparison.Ordinal);
        Assert.Equal("application/xml", response.Content.Headers.ContentType?.ToString());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_key_of_more_than_1024_bytes_is_refused()
    {
        await using var s3 = await LocalS3.StartAsync();

        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(
            () => s3.Client.PutObjectAsync(UploadTests.Request(new string('é', 513), [1]), Token));

        Assert.Equal("KeyTooLongError", error.ErrorCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_object_that_must_not_exist_yet_is_stored_once()
    {
        await using var s3 = await LocalS3.StartAsync();
        var request = UploadTests.Request("film.mp4", [1]);
        request.IfNoneMatch = "*";
        await s3.Client.PutObjectAsync(request, Token);
        var again = UploadTests.Request("film.mp4", [2]);
        again.IfNoneMatch = "*";

        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => s3.Client.PutObjectAsync(again, Token));

        Assert.Equal(HttpStatusCode.PreconditionFailed, error.StatusCode);
        Assert.Single(await s3.EventsAsync());
        Assert.Equal([1], await UploadTests.ReadAsync(s3, "film.mp4"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Deleting_many_names_them_and_does_not_mind_missing_ones()
    {
        await using var s3 = await LocalS3.StartAsync();
        await s3.Client.PutObjectAsync(UploadTests.Request("a", [1]), Token);

        var deleted = await s3.Client.DeleteObjectsAsync(
            new DeleteObjectsRequest { BucketName = "videos", Objects = [new() { Key = "a" }, new() { Key = "b" }] },
            Token);

        Assert.Equal(["a", "b"], deleted.DeletedObjects.Select(named => named.Key));
        Assert.Equal(0, (await s3.Client.ListObjectsV2Async(new() { BucketName = "videos" }, Token)).KeyCount);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_XML_bomb_is_not_opened()
    {
        await using var s3 = await LocalS3.StartAsync();
        using var bomb =
            new StringContent("<!DOCTYPE d [<!ENTITY a \"x\">]><Delete><Object><Key>&a;</Key></Object></Delete>");

        using var response = await s3.Http.PostAsync(new Uri("videos?delete", UriKind.Relative), bomb, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("OPTIONS", "http://localhost:3000", 200, true)]
    [InlineData("PUT", "http://localhost:3000", 200, true)]
    [InlineData("GET", "http://localhost:3000", 404, true)]
    [InlineData("OPTIONS", "https://evil.example", 403, false)]
    [InlineData("PUT", "https://evil.example", 403, false)]
    [InlineData("POST", "null", 403, false)]
    [InlineData("GET", "https://evil.example", 403, false)]
    public async Task Pages_of_known_origins_may_use_it_and_others_may_not(
        string method, string origin, int status, bool allowed)
    {
        await using var s3 = await LocalS3.StartAsync();
        using var request =
            new HttpRequestMessage(new HttpMethod(method), new Uri("videos/film.mp4", UriKind.Relative));
        request.Content = method == "PUT" ? new StringContent("x") : null;
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "PUT");

        using var response = await s3.Http.SendAsync(request, Token);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins));
        Assert.Equal(allowed ? origin : null, origins?.Single());
    }
}
