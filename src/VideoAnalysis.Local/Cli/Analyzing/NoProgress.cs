namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>Shows nothing.</summary>
internal sealed class NoProgress : IProgressView
{
    public Task ShowAsync(IReadOnlyList<string> keys, Func<Task> work) => work();

    public void Uploaded(string key, int percent)
    {
    }

    public void Analyzed(string key, int percent)
    {
    }

    public void Ended(string key, bool succeeded)
    {
    }
}
