namespace VideoAnalysis.LocalAws.Browsers;

/// <summary>
/// Tells which requests a browser sends for a page of another origin. No credentials protect the local stack, so any
/// page on the Web could otherwise use it as the person who looks at the page.
/// </summary>
internal static class ForeignPages
{
    /// <summary>Holds a request against the origins whose pages may send some.</summary>
    /// <param name="request">The request.</param>
    /// <param name="allowed">The allowed origins, such as "http://localhost:3000".</param>
    /// <returns>Why it is refused; null if it is not.</returns>
    public static string? RefusalFor(HttpRequest request, IReadOnlyList<string> allowed)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0)
        {
            return allowed.Contains(origin, StringComparer.OrdinalIgnoreCase) ? null
                : Uri.TryCreate(origin, UriKind.Absolute, out _)
                    ? $"Pages of the origin {origin} may not use this endpoint. To let them get and put objects, " +
                        $"start the local stack with --allow-origin {origin}."
                    : "Pages without an origin of their own, such as files and sandboxed frames, may not use this " +
                        "endpoint.";
        }

        // What a page embeds comes without an Origin, unless it is asked for with CORS.
        return IsFromAnotherSite(request) && !IsOpenedByPerson(request)
            ? "Pages of other origins may not embed what this endpoint holds. A page of an origin that " +
                "--allow-origin names can, with the attribute crossorigin."
            : null;
    }

    private static bool IsFromAnotherSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    /// <summary>
    /// Whether the answer becomes a tab of its own, which the page that links to it cannot look into.
    /// </summary>
    private static bool IsOpenedByPerson(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers["Sec-Fetch-Mode"] == "navigate"
        && request.Headers["Sec-Fetch-Dest"] == "document";
}
