using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

namespace VideoAnalysis.LocalAws.Tests.S3;

public sealed class UploadTests
{
    private const int Part = 5 * 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task An_upload_comes_back_as_it_was_sent_and_tells_StartAnalysis_once()
    {
        await using var s3 = await LocalS3.StartAsync();
        var content = Bytes.Make(300_000);

        var put = await s3.Client.PutObjectAsync(Request("film.mp4", content), Token);

        Assert.Equal(await ReadAsync(s3, "film.mp4"), content);
        var record = Assert.Single(await s3.EventsAsync());
        Assert.Equal("ObjectCreated:Put", record.GetProperty("eventName").GetString());
        var stored = record.GetProperty("s3").GetProperty("object");
        Assert.Equal("film.mp4", stored.GetProperty("key").GetString());
        Assert.Equal(300_000, stored.GetProperty("size").GetInt64());
        Assert.Equal(Bytes.Md5(content), stored.GetProperty("eTag").GetString());
        Assert.Equal(put.ETag, $"\"{stored.GetProperty("eTag").GetString()}\"");
        Assert.Equal("videos", record.GetProperty("s3").GetProperty("bucket").GetProperty("name").GetString());
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_is_understood_framed_and_unframed(bool chunked)
    {
        await using var s3 = await LocalS3.StartAsync();
        var content = Bytes.Make(200_000);
        var request = Request("film.mp4", content);
        request.UseChunkEncoding = chunked;

        await s3.Client.PutObjectAsync(request, Token);

        Assert.Equal(content, await ReadAsync(s3, "film.mp4"));
    }

    public static TheoryData<string> Algorithms => ["CRC32", "SHA1", "SHA256"];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Algorithms))]
    public async Task A_checksum_is_kept_and_the_SDK_finds_it_right_on_reading(string algorithm)
    {
        await using var s3 = await LocalS3.StartAsync();
        var content = Bytes.Make(100_000);
        var request = Request("film.mp4", content);
        request.ChecksumAlgorithm = ChecksumAlgorithm.FindValue(algorithm);

        await s3.Client.PutObjectAsync(request, Token);

        using var response = await s3.Client.GetObjectAsync(
            new GetObjectRequest { BucketName = LocalS3.Bucket, Key = "film.mp4", ChecksumMode = ChecksumMode.ENABLED },
            Token);
        Assert.Equal(ChecksumType.FULL_OBJECT, response.ChecksumType);
        Assert.Equal(content, await DrainAsync(response.ResponseStream));
    }

    [Fact(Timeout = 60_000)]
    public async Task TransferUtility_uploads_in_parts_and_the_object_is_told_of_once()
    {
        await using var s3 = await LocalS3.StartAsync();
        var content = Bytes.Make((3 * Part) + 1234);
        using var transfer =
            new TransferUtility(s3.Client, new TransferUtilityConfig { MinSizeBeforePartUpload = Part });

        await transfer.UploadAsync(
            new TransferUtilityUploadRequest
            {
                BucketName = LocalS3.Bucket,
                Key = "long film.mp4",
                InputStream = new MemoryStream(content),
                PartSize = Part,
            },
            Token);

        Assert.Equal(content, await ReadAsync(s3, "long film.mp4"));
        var record = Assert.Single(await s3.EventsAsync());
        Assert.Equal("ObjectCreated:CompleteMultipartUpload", record.GetProperty("eventName").GetString());
        Assert.Equal("long+film.mp4", record.GetProperty("s3").GetProperty("object").GetProperty("key").GetString());
        var digests = content.Chunk(Part).SelectMany(part => Convert.FromHexString(Bytes.Md5(part))).ToArray();
        Assert.Equal(
            $"{Bytes.Md5(digests)}-4",
            record.GetProperty("s3").GetProperty("object").GetProperty("eTag").GetString());
    }

    [Fact(Timeout = 60_000)]
    public async Task TransferUtility_downloads_what_it_uploaded()
    {
        await using var s3 = await LocalS3.StartAsync();
        using var folder = new TemporaryFolder();
        var content = Bytes.Make((2 * Part) + 1);
        var (source, copy) = (Path.Combine(folder.Path, "source.mp4"), Path.Combine(folder.Path, "copy.mp4"));
        await File.WriteAllBytesAsync(source, content, Token);
        using var transfer =
            new TransferUtility(s3.Client, new TransferUtilityConfig { MinSizeBeforePartUpload = Part });
        await transfer.UploadAsync(source, LocalS3.Bucket, "film.mp4", Token);

        await transfer.DownloadAsync(copy, LocalS3.Bucket, "film.mp4", Token);

        Assert.Equal(content, await File.ReadAllBytesAsync(copy, Token));
    }

    internal static PutObjectRequest Request(string key, byte[] content) =>
        new() { BucketName = LocalS3.Bucket, Key = key, InputStream = new MemoryStream(content) };

    internal static async Task<byte[]> ReadAsync(LocalS3 s3, string key)
    {
        using var response = await s3.Client.GetObjectAsync(LocalS3.Bucket, key, Token);
        return await DrainAsync(response.ResponseStream);
    }

    internal static async Task<byte[]> DrainAsync(Stream stream)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, Token);
        return buffer.ToArray();
    }
}
