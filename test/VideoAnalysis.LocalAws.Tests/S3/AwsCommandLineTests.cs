using VideoAnalysis.Testing;

namespace VideoAnalysis.LocalAws.Tests.S3;

/// <summary>The "aws" command line. Left out, and said to be, where it is not installed.</summary>
[Slow]
public sealed class AwsCommandLineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task The_command_line_copies_lists_moves_and_removes()
    {
        await using var s3 = await LocalS3.StartAsync();
        using var folder = new TemporaryFolder();
        var (small, large) = (Path.Combine(folder.Path, "a b+é.mp4"), Path.Combine(folder.Path, "large.mp4"));
        await File.WriteAllBytesAsync(small, Bytes.Make(1000), Token);
        await File.WriteAllBytesAsync(large, Bytes.Make(20 * 1024 * 1024), Token);

        await AwsAsync(s3, "s3", "cp", small, "s3://videos/folder/");
        await AwsAsync(s3, "s3", "cp", large, "s3://videos/large.mp4");
        await AwsAsync(s3, "s3", "mv", "s3://videos/large.mp4", "s3://videos/moved.mp4");
        var list = await AwsAsync(s3, "s3", "ls", "--recursive", "s3://videos/");
        await AwsAsync(s3, "s3", "cp", "s3://videos/moved.mp4", Path.Combine(folder.Path, "back.mp4"));
        await AwsAsync(s3, "s3", "rm", "s3://videos/folder/a b+é.mp4");

        Assert.Contains("1000 folder/a b+é.mp4", list, StringComparison.Ordinal);
        Assert.Contains("20971520 moved.mp4", list, StringComparison.Ordinal);
        Assert.Equal(Bytes.Make(20 * 1024 * 1024), await File.ReadAllBytesAsync(
            Path.Combine(folder.Path, "back.mp4"), Token));
        Assert.DoesNotContain("folder", await AwsAsync(s3, "s3", "ls", "s3://videos"), StringComparison.Ordinal);
        Assert.Equal(
            ["ObjectCreated:Put", "ObjectCreated:CompleteMultipartUpload", "ObjectCreated:CompleteMultipartUpload"],
            (await s3.EventsAsync()).Select(record => record.GetProperty("eventName").GetString()));
    }

    private static Task<string> AwsAsync(LocalS3 s3, params string[] arguments) =>
        AwsCommandLine.RunAsync(s3.Address, arguments);
}
