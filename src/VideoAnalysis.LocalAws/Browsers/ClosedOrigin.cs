namespace VideoAnalysis.LocalAws.Browsers;

/// <summary>
/// The headers that close an origin: what somebody uploads is never a page that can do anything, and no other page can
/// embed it.
/// </summary>
internal static class ClosedOrigin
{
    private static readonly (string Name, string Value)[] All =
    [
        ("Content-Security-Policy", "sandbox; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    /// <summary>Puts the headers into a response.</summary>
    public static void Apply(IHeaderDictionary headers)
    {
        foreach (var (name, value) in All)
        {
            headers[name] = value;
        }
    }

    /// <summary>Whether a header is one of these.</summary>
    public static bool Has(string header) =>
        All.Any(own => own.Name.Equals(header, StringComparison.OrdinalIgnoreCase));
}
