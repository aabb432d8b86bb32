using System.Globalization;
using VideoAnalysis.Local.Cli.Client;

namespace VideoAnalysis.Local.Cli.Answers;

/// <summary>Which videos are listed.</summary>
/// <param name="Status">Of this status; null for any.</param>
/// <param name="Analysis">With this analysis; null for any.</param>
/// <param name="Prefix">What their object keys begin with; null for anything.</param>
internal sealed record ListFilter(string? Status = null, string? Analysis = null, string? Prefix = null)
{
    /// <summary>The parameters for the API, encoded.</summary>
    /// <param name="limit">How many videos at once.</param>
    /// <param name="next">Where the page before ended; null for the first one.</param>
    public string ToQuery(int limit, string? next = null) => QueryText.Of(
        ("limit", limit.ToString(CultureInfo.InvariantCulture)),
        ("status", Status),
        ("analysis", Analysis),
        ("prefix", Prefix),
        ("next", next));
}
