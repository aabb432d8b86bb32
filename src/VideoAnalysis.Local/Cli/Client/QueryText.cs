namespace VideoAnalysis.Local.Cli.Client;

/// <summary>The parameters of a request to the API.</summary>
internal static class QueryText
{
    /// <summary>The parameters that have a value, encoded.</summary>
    public static string Of(params IEnumerable<(string Name, string? Value)> parameters) => string.Join('&', parameters
        .Where(parameter => parameter.Value is not null)
        .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
}
