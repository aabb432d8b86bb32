namespace VideoAnalysis.Local.Cli.Remote;

/// <summary>Which videos are listed.</summary>
/// <param name="Status">Of this status; null for any.</param>
/// <param name="Analysis">With this analysis; null for any.</param>
/// <param name="Prefix">What their object keys begin with; null for anything.</param>
internal sealed record ListFilter(string? Status = null, string? Analysis = null, string? Prefix = null)
{
    /// <summary>The API's query, which follows other parameters.</summary>
    public string ToQuery() => string.Concat(
        new[] { ("status", Status), ("analysis", Analysis), ("prefix", Prefix) }
            .Where(parameter => parameter.Item2 is not null)
            .Select(parameter => $"&{parameter.Item1}={Uri.EscapeDataString(parameter.Item2!)}"));
}
