using System.Globalization;

namespace VideoAnalysis.Local.Cli.Answers;

/// <summary>Says how far an analysis is.</summary>
internal static class StatusText
{
    /// <summary>As in <c>IN_PROGRESS, 40%</c>.</summary>
    public static string Of(VideoAnswerAnalysis analysis) => analysis.Progress is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"{analysis.Status}, {percent}%")
        : analysis.Status;
}
