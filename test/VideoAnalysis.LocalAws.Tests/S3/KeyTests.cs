using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.S3.Model;

namespace VideoAnalysis.LocalAws.Tests.S3;

public sealed class KeyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> OddKeys =>
    [
        "a b.mp4",
        "plus+and&.mp4",
        "100%.mp4",
        "%41.mp4",
        "#1, [x] (y).mp4",
        "코드/日本語 ünï.mp4",
        "🎬/clip=1;2?.MP4",
        "quote\"'<tag>&amp;.mov",
        "folder/",
        "double//slash.mp4",
        "~tilde_-.*!'().mp4",
        "tab\tand\nline.mp4",
        string.Concat(Enumerable.Repeat("long/", 199)) + ".mp4 ",
    ];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(OddKeys))]
    public async Task A_key_arrives_is_listed_told_and_deleted_as_it_is(string key)
    {
        await using var s3 = await LocalS3.StartAsync();
        await s3.Client.PutObjectAsync(UploadTests.Request(key, [1, 2, 3]), Token);

        Assert.Equal([1, 2, 3], await UploadTests.ReadAsync(s3, key));
        var list = await s3.Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = LocalS3.Bucket }, Token);
        Assert.Equal(key, Assert.Single(list.S3Objects).Key);
        var record = Assert.Single(await s3.EventsAsync());
        var told = record.GetProperty("s3").GetProperty("object").GetProperty("key").GetString();
        Assert.Equal(key, WebUtility.UrlDecode(told));
        using (var lease = await s3.Store.TryGetFileAsync(LocalS3.Bucket, key, null, Token))
        {
            Assert.Equal(3, lease?.Size);
        }

        await s3.Client.DeleteObjectAsync(LocalS3.Bucket, key, Token);
        list = await s3.Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = LocalS3.Bucket }, Token);
        Assert.Equal(0, list.KeyCount);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(s3.DataFolder, "objects")));
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(OddKeys))]
    public async Task A_key_is_copied_and_deleted_among_others_as_it_is(string key)
    {
        await using var s3 = await LocalS3.StartAsync();
        await s3.Client.PutObjectAsync(UploadTests.Request(key, [1, 2, 3]), Token);

        await s3.Client.CopyObjectAsync(LocalS3.Bucket, key, LocalS3.Bucket, "copy", Token);

        Assert.Equal([1, 2, 3], await UploadTests.ReadAsync(s3, "copy"));
        await s3.Client.DeleteObjectsAsync(
            new DeleteObjectsRequest { BucketName = LocalS3.Bucket, Objects = [new() { Key = key }] }, Token);
        var list = await s3.Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = LocalS3.Bucket }, Token);
        Assert.Equal("copy", Assert.Single(list.S3Objects).Key);
    }

    /// <summary>Clients in .NET resolve dots before they send; others do not.</summary>
    [Theory(Timeout = 60_000)]
    [InlineData("/videos/../../etc/passwd", "../../etc/passwd")]
    [InlineData("/videos/a/./../b", "a/./../b")]
    [InlineData("/videos//lead", "/lead")]
    [InlineData("/videos/..", "..")]
    [InlineData("/videos/%2e%2e%2f%2e%2e%2fx", "../../x")]
    public async Task Dots_and_slashes_are_part_of_the_key(string target, string key)
    {
        await using var s3 = await LocalS3.StartAsync();

        Assert.StartsWith(
            "HTTP/1.1 200", await SendAsync(s3, $"PUT {target} HTTP/1.1", "body"), StringComparison.Ordinal);

        var list = await s3.Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = LocalS3.Bucket }, Token);
        Assert.Equal(key, Assert.Single(list.S3Objects).Key);
        Assert.EndsWith("body", await SendAsync(s3, $"GET {target} HTTP/1.1"), StringComparison.Ordinal);
        var file = Path.GetFileName(Assert.Single(Directory.EnumerateFiles(Path.Combine(s3.DataFolder, "objects"))));
        Assert.Matches("^[0-9a-f]{32}$", file);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("/videos/100%.mp4", "HTTP/1.1 400")]
    [InlineData("/videos/%ff.mp4", "HTTP/1.1 400")]
    [InlineData("/videos/%00.mp4", "HTTP/1.1 400")]
    public async Task A_target_that_cannot_be_decoded_is_refused(string target, string status)
    {
        await using var s3 = await LocalS3.StartAsync();

        Assert.StartsWith(status, await SendAsync(s3, $"PUT {target} HTTP/1.1", "body"), StringComparison.Ordinal);
        Assert.Empty(await s3.EventsAsync());
    }

    private static async Task<string> SendAsync(LocalS3 s3, string requestLine, string body = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(s3.Address.Host, s3.Address.Port, Token);
        var request =
            $"{requestLine}\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Token);
        return Encoding.UTF8.GetString(await UploadTests.DrainAsync(client.GetStream()));
    }
}
