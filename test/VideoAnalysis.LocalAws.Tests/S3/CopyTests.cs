using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;

namespace VideoAnalysis.LocalAws.Tests.S3;

public sealed class CopyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_copy_is_told_of_as_a_copy_and_keeps_or_replaces_the_metadata()
    {
        await using var s3 = await LocalS3.StartAsync();
        var original = UploadTests.Request("film.mp4", [1, 2]);
        original.Metadata["director"] = "Ada";
        await s3.Client.PutObjectAsync(original, Token);

        await s3.Client.CopyObjectAsync("videos", "film.mp4", "videos", "kept.mp4", Token);
        await s3.Client.CopyObjectAsync(
            new CopyObjectRequest
            {
                SourceBucket = "videos",
                SourceKey = "film.mp4",
                DestinationBucket = "videos",
                DestinationKey = "film.mp4",
                MetadataDirective = S3MetadataDirective.REPLACE,
                ContentType = "video/mp4",
            },
            Token);

        Assert.Equal("Ada", (await s3.Client.GetObjectMetadataAsync("videos", "kept.mp4", Token)).Metadata["director"]);
        var replaced = await s3.Client.GetObjectMetadataAsync("videos", "film.mp4", Token);
        Assert.Equal((0, "video/mp4"), (replaced.Metadata.Count, replaced.Headers.ContentType));
        Assert.Equal(
            ["ObjectCreated:Put", "ObjectCreated:Copy", "ObjectCreated:Copy"],
            (await s3.EventsAsync()).Select(record => record.GetProperty("eventName").GetString()));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_copy_onto_itself_that_changes_nothing_is_refused()
    {
        await using var s3 = await LocalS3.StartAsync();
        await s3.Client.PutObjectAsync(UploadTests.Request("film.mp4", [1]), Token);

        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(
            () => s3.Client.CopyObjectAsync("videos", "film.mp4", "videos", "film.mp4", Token));

        Assert.Equal("InvalidRequest", error.ErrorCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_multipart_object_can_be_made_of_stretches_of_another()
    {
        await using var s3 = await LocalS3.StartAsync(new() { MinimumPartSize = 1 });
        await s3.Client.PutObjectAsync(UploadTests.Request("film.mp4", [0, 1, 2, 3, 4, 5]), Token);
        var upload = await s3.Client.InitiateMultipartUploadAsync("videos", "cut.mp4", Token);
        var parts = new List<PartETag>();
        foreach (var (first, last) in ((int, int)[])[(4, 5), (0, 1)])
        {
            var copied = await s3.Client.CopyPartAsync(
                new CopyPartRequest
                {
                    SourceBucket = "videos",
                    SourceKey = "film.mp4",
                    DestinationBucket = "videos",
                    DestinationKey = "cut.mp4",
                    UploadId = upload.UploadId,
                    PartNumber = parts.Count + 1,
                    FirstByte = first,
                    LastByte = last,
                },
                Token);
            parts.Add(new PartETag(copied));
        }

        await s3.Client.CompleteMultipartUploadAsync(
            new() { BucketName = "videos", Key = "cut.mp4", UploadId = upload.UploadId, PartETags = parts }, Token);

        Assert.Equal([4, 5, 0, 1], await UploadTests.ReadAsync(s3, "cut.mp4"));
    }
}
