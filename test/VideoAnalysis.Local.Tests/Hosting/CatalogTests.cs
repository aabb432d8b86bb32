using VideoAnalysis.Functions.S3;
using VideoAnalysis.LocalAws.Tests.S3;

namespace VideoAnalysis.Local.Tests.Hosting;

/// <summary>The deployed functions' list of videos, from the local S3.</summary>
public sealed class CatalogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task The_deployed_functions_see_every_key_as_it_is()
    {
        string[] keys = ["\u0001 which XML cannot hold.mp4", "a b+c&d%20e.mp4", "코드/日本語 ünï.mp4"];
        await using var s3 = await LocalS3.StartAsync();
        foreach (var key in keys)
        {
            await s3.Client.PutObjectAsync(
                new() { BucketName = LocalS3.Bucket, Key = key, InputStream = new MemoryStream([1]) }, Token);
        }

        var catalog = new S3Catalog(s3.Client, LocalS3.Bucket);

        var first = await catalog.ListAsync("", null, Token);
        var rest = await catalog.ListAsync("", keys[1], Token);

        Assert.Equal(keys, first.Select(upload => upload.Video.Key));
        Assert.Equal([keys[2]], rest.Select(upload => upload.Video.Key));
    }
}
