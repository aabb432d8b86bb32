using System.Diagnostics;
using System.Globalization;
using VideoAnalysis.Diagnostics;

namespace VideoAnalysis.Local.Cli.Stack;

/// <summary>Prints every activity that ends: its trace, what was done, how long it took, and what of.</summary>
internal static class ConsoleTraces
{
    /// <summary>Begins to; disposing of it ends it.</summary>
    public static ActivityListener Print(TextWriter output)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == JobActivities.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => output.WriteLine(Line(activity)),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static string Line(Activity activity)
    {
        var tags = string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
        return Printable.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{activity.TraceId} {activity.SpanId} {activity.OperationName} " +
            $"{activity.Duration.TotalMilliseconds:0.0} ms {tags}"));
    }
}
