namespace VideoAnalysis.Local.Tests.EndToEnd;

/// <summary>What a video comes to when nothing goes wrong; found out once.</summary>
public sealed class UndisturbedRun : IAsyncLifetime
{
    public byte[] Video { get; private set; } = [];

    public string Result { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Video = await TestVideos.ReadAsync("five-seconds.mp4");
        using var folder = new TemporaryFolder();
        await using var stack = await StackProcess.StartedAsync(folder.Path);
        await stack.PutAsync("film.mp4", Video);
        Result = await stack.ResultAsync("film.mp4");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
