using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace VideoAnalysis.LocalAws.Tests.S3;

/// <summary>What a write asks for besides its bytes is done, or the write is refused.</summary>
public sealed class WriteTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("x-amz-tagging", "env=test", 501)]
    [InlineData("x-amz-storage-class", "GLACIER", 501)]
    [InlineData("x-amz-storage-class", "STANDARD", 200)]
    [InlineData("x-amz-server-side-encryption", "aws:kms", 501)]
    [InlineData("x-amz-server-side-encryption", "AES256", 200)]
    [InlineData("x-amz-server-side-encryption-customer-algorithm", "AES256", 501)]
    [InlineData("x-amz-write-offset-bytes", "5", 501)]
    [InlineData("x-amz-object-lock-mode", "GOVERNANCE", 501)]
    [InlineData("x-amz-website-redirect-location", "/other", 501)]
    [InlineData("x-amz-acl", "public-read", 501)]
    [InlineData("x-amz-acl", "private", 200)]
    [InlineData("x-amz-expected-bucket-owner", "111122223333", 403)]
    [InlineData("If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT", 501)]
    [InlineData("If-None-Match", "\"other\"", 501)]
    [InlineData("Content-Range", "bytes 0-0/10", 501)]
    public async Task A_header_that_changes_what_a_write_means_is_used_or_refused(string name, string value, int status)
    {
        await using var s3 = await LocalS3.StartAsync();
        using var request = new HttpRequestMessage(
            HttpMethod.Put, new Uri(s3.Address, "videos/film.mp4")) { Content = new ByteArrayContent([1]) };
        if (!request.Headers.TryAddWithoutValidation(name, value))
        {
            request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await s3.Http.SendAsync(request, Token);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, (await s3.EventsAsync()).Count);
        if (status == 501)
        {
            Assert.Contains(name, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
    }

    [Theory(Timeout = 60_000)]
    [InlineData("x-amz-meta-owner=ann&X-Amz-Signature=0&x-id=PutObject&x-amz-checksum-crc32=AAAAAA%3D%3D", 200)]
    [InlineData("x-amz-storage-class=STANDARD_IA&X-Amz-Signature=0", 501)]
    [InlineData("x-amz-meta-a%0d%0aSet-Cookie=b&X-Amz-Signature=0", 400)]
    [InlineData("x-amz-meta-a=b%0d%0aSet-Cookie:c&X-Amz-Signature=0", 400)]
    public async Task The_headers_in_a_presigned_address_count(string query, int status)
    {
        await using var s3 = await LocalS3.StartAsync();
        using var content = new ByteArrayContent([1]);

        using var response = await s3.Http.PutAsync(new Uri(s3.Address, "videos/film.mp4?" + query), content, Token);

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 200)
        {
            Assert.Equal(
                "ann", (await s3.Client.GetObjectMetadataAsync("videos", "film.mp4", Token)).Metadata["owner"]);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task A_header_that_contradicts_the_presigned_address_is_refused()
    {
        await using var s3 = await LocalS3.StartAsync();
        using var request =
            new HttpRequestMessage(HttpMethod.Put, new Uri(s3.Address, "videos/film.mp4?x-amz-meta-owner=ann"))
        {
            Content = new ByteArrayContent([1]),
            Headers = { { "x-amz-meta-owner", "bob" } },
        };

        using var response = await s3.Http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task Metadata_without_a_value_is_kept()
    {
        await using var s3 = await LocalS3.StartAsync();
        using var request = new HttpRequestMessage(
            HttpMethod.Put, new Uri(s3.Address, "videos/film.mp4")) { Content = new ByteArrayContent([1]) };
        request.Headers.TryAddWithoutValidation("x-amz-meta-empty", "");
        (await s3.Http.SendAsync(request, Token)).EnsureSuccessStatusCode();

        using var response = await s3.Http.GetAsync(new Uri(s3.Address, "videos/film.mp4"), Token);

        Assert.Equal("", response.Headers.GetValues("x-amz-meta-empty").Single());
    }

    [Theory(Timeout = 60_000)]
    [InlineData("x-amz-storage-class", "STANDARD", 200)]
    [InlineData("x-amz-server-side-encryption", "AES256", 200)]
    [InlineData("x-amz-metadata-directive", "REPLACE", 200)]
    [InlineData("x-amz-metadata-directive", "COPY", 400)]
    [InlineData("x-amz-metadata-directive", "MERGE", 400)]
    [InlineData("x-amz-source-expected-bucket-owner", "111122223333", 403)]
    [InlineData("x-amz-copy-source-if-match", "\"other\"", 412)]
    [InlineData("x-amz-checksum-algorithm", "XXHASH64", 501)]
    public async Task A_copy_onto_itself_says_what_it_changes(string name, string value, int status)
    {
        await using var s3 = await LocalS3.StartAsync();
        await s3.Client.PutObjectAsync(UploadTests.Request("film.mp4", [1, 2]), Token);
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(s3.Address, "videos/film.mp4"));
        request.Headers.TryAddWithoutValidation("x-amz-copy-source", "videos/film.mp4");
        if (name == "x-amz-checksum-algorithm")
        {
            request.Headers.TryAddWithoutValidation("x-amz-metadata-directive", "REPLACE");
        }

        request.Headers.TryAddWithoutValidation(name, value);

        using var response = await s3.Http.SendAsync(request, Token);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal([1, 2], await UploadTests.ReadAsync(s3, "film.mp4"));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("", 200)]
    [InlineData(
        "<CreateBucketConfiguration><LocationConstraint>us-east-1</LocationConstraint></CreateBucketConfiguration>",
        200)]
    [InlineData(
        "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>",
        400)]
    [InlineData("<CreateBucketConfiguration><Tags><Tag/></Tags></CreateBucketConfiguration>", 501)]
    public async Task A_bucket_is_made_as_it_is_asked_for_or_not_at_all(string body, int status)
    {
        await using var s3 = await LocalS3.StartAsync();
        using var content = new StringContent(body);

        using var response = await s3.Http.PutAsync(new Uri(s3.Address, "more"), content, Token);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? 2 : 1, (await s3.Client.ListBucketsAsync(Token)).Buckets.Count);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("CRC32", "FULL_OBJECT", true)]
    [InlineData("CRC32", "COMPOSITE", true)]
    [InlineData("SHA256", "FULL_OBJECT", false)]
    [InlineData("CRC64NVME", "COMPOSITE", false)]
    [InlineData("CRC32", "HALF", false)]
    [InlineData("XXHASH64", null, false)]
    [InlineData(null, "FULL_OBJECT", false)]
    public async Task A_multipart_upload_begins_with_a_checksum_that_it_can_have(
        string? algorithm, string? type, bool isPossible)
    {
        await using var s3 = await LocalS3.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(s3.Address, "videos/film.mp4?uploads"));
        request.Headers.TryAddWithoutValidation("x-amz-checksum-algorithm", algorithm is null ? [] : [algorithm]);
        request.Headers.TryAddWithoutValidation("x-amz-checksum-type", type is null ? [] : [type]);

        using var response = await s3.Http.SendAsync(request, Token);

        Assert.Equal(isPossible, response.IsSuccessStatusCode);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("", "", true)]
    [InlineData("x-amz-checksum-type", "COMPOSITE", true)]
    [InlineData("x-amz-checksum-type", "FULL_OBJECT", false)]
    [InlineData("x-amz-mp-object-size", "11", true)]
    [InlineData("x-amz-mp-object-size", "12", false)]
    [InlineData("x-amz-mp-object-size", "many", false)]
    [InlineData("x-amz-checksum-sha256", "AAAA", false)]
    public async Task The_completion_of_an_upload_is_held_against_what_it_states(
        string name, string value, bool isRight)
    {
        await using var s3 = await LocalS3.StartAsync();
        var (uploadId, part) = await OnePartAsync(s3);

        using var response = await CompleteAsync(s3, uploadId, part, name, value);

        Assert.Equal(isRight, response.IsSuccessStatusCode);
        Assert.Equal(isRight ? 1 : 0, (await s3.EventsAsync()).Count);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("")]
    [InlineData("<ChecksumSHA256>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=</ChecksumSHA256>")]
    [InlineData("<ChecksumCRC32>DUoRhQ==</ChecksumCRC32>")]
    public async Task A_part_is_completed_with_its_own_checksum(string checksum)
    {
        await using var s3 = await LocalS3.StartAsync();
        var (uploadId, part) = await OnePartAsync(s3);
        var start = part.IndexOf("<ChecksumSHA256>", StringComparison.Ordinal);

        using var response = await CompleteAsync(s3, uploadId, part[..start] + checksum + "</Part>", "", "");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_part_with_another_checksum_than_its_upload_is_refused()
    {
        await using var s3 = await LocalS3.StartAsync();
        var upload = await s3.Client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest { BucketName = "videos", Key = "film.mp4",
                ChecksumAlgorithm = ChecksumAlgorithm.SHA256 }, Token);
        using var request = new HttpRequestMessage(
            HttpMethod.Put, new Uri(s3.Address, $"videos/film.mp4?partNumber=1&uploadId={upload.UploadId}"))
        {
            Content = new StringContent("hello world"),
            Headers = { { "x-amz-checksum-crc32", "DUoRhQ==" } },
        };

        using var response = await s3.Http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<(string UploadId, string Part)> OnePartAsync(LocalS3 s3)
    {
        const string Sum = "uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=";
        var upload = await s3.Client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest { BucketName = "videos", Key = "film.mp4",
                ChecksumAlgorithm = ChecksumAlgorithm.SHA256 }, Token);
        using var request = new HttpRequestMessage(
            HttpMethod.Put, new Uri(s3.Address, $"videos/film.mp4?partNumber=1&uploadId={upload.UploadId}"))
        {
            Content = new StringContent("hello world"),
            Headers = { { "x-amz-checksum-sha256", Sum } },
        };
        using var response = await s3.Http.SendAsync(request, Token);
        response.EnsureSuccessStatusCode();
        var etag = response.Headers.ETag!.Tag.Trim('"');
        return (upload.UploadId,
            $"<Part><PartNumber>1</PartNumber><ETag>{etag}</ETag><ChecksumSHA256>{Sum}</ChecksumSHA256></Part>");
    }

    private static async Task<HttpResponseMessage> CompleteAsync(
        LocalS3 s3, string uploadId, string part, string name, string value)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, new Uri(s3.Address, $"videos/film.mp4?uploadId={uploadId}"))
        {
            Content = new StringContent($"<CompleteMultipartUpload>{part}</CompleteMultipartUpload>"),
        };
        if (name.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await s3.Http.SendAsync(request, Token);
    }
}
