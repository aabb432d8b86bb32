using System.Collections.Concurrent;

namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>A line now and then, for logs and pipes: at every quarter of a video.</summary>
internal sealed class LineProgress(TextWriter output) : IProgressView
{
    private const int Step = 25;

    private readonly ConcurrentDictionary<string, int> _said = new(StringComparer.Ordinal);

    public Task ShowAsync(IReadOnlyList<string> keys, Func<Task> work) => work();

    public void Uploaded(string key, int percent) => Say(key, "uploading", percent);

    public void Analyzed(string key, int percent) => Say(key, "analyzing", percent);

    public void Ended(string key, bool succeeded) =>
        output.WriteLine($"{Printable.Line(key)}: {(succeeded ? "done" : "failed")}");

    private void Say(string key, string doing, int percent)
    {
        var what = $"{Printable.Line(key)}: {doing}";
        var step = percent / Step * Step;
        lock (_said)
        {
            if (step > _said.GetValueOrDefault(what, -1) && percent < 100)
            {
                _said[what] = step;
                output.WriteLine($"{what}, {step}%");
            }
        }
    }
}
