namespace VideoAnalysis.LocalAws.Tests.S3;

/// <summary>A file stays while somebody reads it.</summary>
public sealed class LeaseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task An_overwrite_leaves_readers_of_the_old_object_alone()
    {
        await using var s3 = await LocalS3.StartAsync();
        await s3.Client.PutObjectAsync(UploadTests.Request("film.mp4", [1, 2, 3]), Token);
        var lease = await s3.Store.TryGetFileAsync(LocalS3.Bucket, "film.mp4", null, Token);
        Assert.NotNull(lease);

        await s3.Client.PutObjectAsync(UploadTests.Request("film.mp4", [4]), Token);

        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(lease.Path, Token));
        lease.Dispose();
        Assert.False(File.Exists(lease.Path));
        Assert.Equal([4], await UploadTests.ReadAsync(s3, "film.mp4"));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_file_of_a_deleted_object_stays_until_its_last_reader_is_done()
    {
        await using var s3 = await LocalS3.StartAsync();
        await s3.Client.PutObjectAsync(UploadTests.Request("film.mp4", [1, 2, 3]), Token);
        var first = await s3.Store.TryGetFileAsync(LocalS3.Bucket, "film.mp4", null, Token);
        var second = await s3.Store.TryGetFileAsync(LocalS3.Bucket, "film.mp4", null, Token);

        await s3.Client.DeleteObjectAsync(LocalS3.Bucket, "film.mp4", Token);

        Assert.Null(await s3.Store.TryGetFileAsync(LocalS3.Bucket, "film.mp4", null, Token));
        first!.Dispose();
        first.Dispose();
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(second!.Path, Token));
        second.Dispose();
        Assert.False(File.Exists(second.Path));
    }
}
