using System.Net;

namespace VideoAnalysis.Local.Tests.S3;

public sealed class ProcessTests
{
    private const long Megabyte = 1 << 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 240_000)]
    public async Task Uploading_a_gigabyte_raises_its_memory_by_less_than_64_megabytes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Left out: only Linux tells a process's peak memory in /proc.");
        using var folder = new TemporaryFolder();
        using var stack = await LocalProcess.StartAsync(folder.Path);
        var before = stack.Memory("VmRSS");

        using var content = new GeneratedContent(1024 * Megabyte);
        using var response = await stack.Http.PutAsync(new Uri("videos/large.bin", UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var raised = (stack.Memory("VmHWM") - before) / Megabyte;
        TestContext.Current.TestOutputHelper?.WriteLine($"{before / Megabyte} MB before, {raised} MB more at most");
        Assert.InRange(raised, 0, 63);
    }

    [Fact(Timeout = 240_000)]
    public async Task Killed_during_an_upload_it_keeps_what_it_accepted_and_nothing_half()
    {
        using var folder = new TemporaryFolder();
        string uploadId;
        using (var stack = await LocalProcess.StartAsync(folder.Path))
        {
            await PutAsync(stack, "videos/kept.bin");
            using var created = await stack.Http.PostAsync(new Uri("videos/parts.bin?uploads", UriKind.Relative), null, Token);
            uploadId = (await created.Content.ReadAsStringAsync(Token)).Split("<UploadId>")[1].Split("</UploadId>")[0];
            await PutAsync(stack, $"videos/parts.bin?uploadId={uploadId}&partNumber=1");
            using var half = new GeneratedContent(20 * Megabyte, stopAfter: 10 * Megabyte);
            using var client = CancellationTokenSource.CreateLinkedTokenSource(Token);
            var upload = stack.Http.PutAsync(new Uri("videos/half.bin", UriKind.Relative), half, client.Token);
            await half.Stopped.Task.WaitAsync(Token);

            await stack.KillAsync();

            await client.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);
        }

        using var again = await LocalProcess.StartAsync(folder.Path);
        Assert.Equal(Bytes.Make(1 << 20), await again.Http.GetByteArrayAsync(new Uri("videos/kept.bin", UriKind.Relative), Token));
        using var missing = await again.Http.GetAsync(new Uri("videos/half.bin", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        var parts = await again.Http.GetStringAsync(new Uri($"videos/parts.bin?uploadId={uploadId}", UriKind.Relative), Token);
        Assert.Contains("<PartNumber>1</PartNumber>", parts, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder.Path, "incoming")));
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(folder.Path, "objects")).Count());
    }

    private static async Task PutAsync(LocalProcess stack, string target)
    {
        using var content = new GeneratedContent(Megabyte);
        using var response = await stack.Http.PutAsync(new Uri(target, UriKind.Relative), content, Token);
        response.EnsureSuccessStatusCode();
    }
}
