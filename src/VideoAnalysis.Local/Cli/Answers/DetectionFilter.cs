using System.Globalization;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Results;

namespace VideoAnalysis.Local.Cli.Answers;

/// <summary>Which detections of a video are wanted. What is null does not narrow it down.</summary>
internal sealed record DetectionFilter
{
    /// <summary>All detections.</summary>
    public static DetectionFilter None { get; } = new();

    /// <summary>The names of the analyses; null for all that the video has.</summary>
    public IReadOnlyList<string>? Analyses { get; init; }

    /// <summary>The earliest timestamp, in milliseconds.</summary>
    public long? From { get; init; }

    /// <summary>The latest timestamp, in milliseconds.</summary>
    public long? To { get; init; }

    /// <summary>The least confidence, 0 to 100.</summary>
    public float? MinConfidence { get; init; }

    /// <summary>Whether some of an analysis's detections are left out.</summary>
    public bool IsPartial => (From, To, MinConfidence) is not (null, null, null);

    /// <summary>The parameters for the API, encoded.</summary>
    /// <param name="analysis">The one analysis that is asked for.</param>
    /// <param name="more">Parameters besides, as they are.</param>
    public string ToQuery(string analysis, params IEnumerable<(string Name, string? Value)> more) => QueryText.Of(
    [
        ("analysis", analysis),
        ("from", From?.ToString(CultureInfo.InvariantCulture)),
        ("to", To?.ToString(CultureInfo.InvariantCulture)),
        ("minConfidence", MinConfidence?.ToString(CultureInfo.InvariantCulture)),
        .. more,
    ]);

    /// <summary>The parameters for the largest pages that the API gives.</summary>
    /// <param name="analysis">The one analysis that is asked for.</param>
    public string ToQueryOfLargePages(string analysis) =>
        ToQuery(analysis, ("limit", ResultQuery.MaxLimit.ToString(CultureInfo.InvariantCulture)));
}
