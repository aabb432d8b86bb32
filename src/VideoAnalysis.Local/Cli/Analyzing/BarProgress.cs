using System.Collections.Concurrent;
using Spectre.Console;

namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>A bar a video, on a terminal.</summary>
internal sealed class BarProgress(IAnsiConsole console) : IProgressView
{
    private readonly ConcurrentDictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);

    public Task ShowAsync(IReadOnlyList<string> keys, Func<Task> work) => console.Progress()
        .AutoClear(true)
        .HideCompleted(keys.Count > 10)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(),
            new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            foreach (var key in keys)
            {
                _bars[key] = context.AddTask(Describe(key, "waiting"), autoStart: false);
            }

            await work();
        });

    public void Uploaded(string key, int percent) => Show(key, "uploading", percent);

    public void Analyzed(string key, int percent) => Show(key, "analyzing", percent);

    public void Ended(string key, bool succeeded)
    {
        var bar = _bars[key];
        bar.Description = Describe(key, succeeded ? "done" : "failed");
        bar.Value = bar.MaxValue;
        bar.StopTask();
    }

    private void Show(string key, string what, int percent)
    {
        var bar = _bars[key];
        bar.StartTask();
        bar.Description = Describe(key, what);
        bar.Value = percent;
    }

    // A file name may hold anything, markup too.
    private static string Describe(string key, string what) => $"{Markup.Escape(Printable.Line(key))} [grey]{what}[/]";
}
