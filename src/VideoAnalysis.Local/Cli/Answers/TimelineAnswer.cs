using System.Text.Json.Serialization;

namespace VideoAnalysis.Local.Cli.Answers;

/// <summary>The HTTP API's answer to how many detections there are when, as far as it is shown.</summary>
internal sealed record TimelineAnswer
{
    /// <summary>The length of an interval, in milliseconds.</summary>
    public required long Interval { get; init; }

    /// <summary>Those that have a detection, in the order of time.</summary>
    public required IReadOnlyList<TimelineAnswerInterval> Intervals { get; init; }
}

/// <summary>An interval of the answer.</summary>
/// <param name="From">Its first millisecond.</param>
/// <param name="Detections">How many detections there are in it.</param>
/// <param name="MostAtOnce">The most of them that share a timestamp.</param>
internal sealed record TimelineAnswerInterval(long From, long Detections, long MostAtOnce);

[JsonSerializable(typeof(TimelineAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class TimelineJson : JsonSerializerContext;
