using System.Diagnostics;
using VideoAnalysis.Jobs;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Diagnostics;

/// <summary>
/// OpenTelemetry's activities: one for each message that is dealt with. All those of a job are in one trace, from its
/// upload to its announcement, in whatever process: the trace's id is the first half of the job's token.
/// </summary>
public static class JobActivities
{
    /// <summary>The name of the source, by which listeners choose it.</summary>
    public const string SourceName = "VideoAnalysis";

    private const int TraceDigits = 32;
    private const int SpanDigits = 16;

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The activity that is under way here; null when nobody listens, or it is none of these.</summary>
    public static Activity? Current => Activity.Current is { Source.Name: SourceName } current ? current : null;

    /// <summary>
    /// Has activities made, though nobody records them: the log then has their trace's id. Ends when it is disposed of.
    /// </summary>
    public static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>Begins an activity; disposing of it ends it.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="tag">For which job.</param>
    /// <param name="video">Of which video.</param>
    /// <returns>Null when nobody listens.</returns>
    internal static Activity? Start(string name, JobTag tag, Video video)
    {
        var token = tag.Token.Value;
        var trace = ActivityTraceId.CreateFromString(token.AsSpan(0, TraceDigits));

        // Within another of the same job, it is that one's; else a child of the job itself, which nobody records.
        var parent = Current is { } current && current.TraceId == trace
            ? current.Context
            : new ActivityContext(
                trace,
                ActivitySpanId.CreateFromString(token.AsSpan(TraceDigits, SpanDigits)),
                ActivityTraceFlags.Recorded,
                isRemote: true);
        return Source.StartActivity(name, ActivityKind.Consumer, parent)?
            .SetTag("videoanalysis.video", video.ToString())
            .SetTag("videoanalysis.analysis", tag.Analysis);
    }

    /// <summary>Says how it ended.</summary>
    internal static void EndsWith<TOutcome>(this Activity? activity, TOutcome outcome)
        where TOutcome : struct, Enum => activity?.SetTag("videoanalysis.outcome", outcome.ToString());
}
