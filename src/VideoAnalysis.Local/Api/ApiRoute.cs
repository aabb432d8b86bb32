namespace VideoAnalysis.Local.Api;

/// <summary>A route of the HTTP API, as the template's events list them.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path; a last segment such as <c>{video+}</c> takes whatever is left, slashes included.</param>
/// <param name="Function">The function that answers: the resource's logical name in the template.</param>
internal sealed record ApiRoute(string Method, string Path, string Function)
{
    /// <summary>The route as API Gateway names it in the event.</summary>
    public string Key => $"{Method} {Path}";

    /// <summary>Whether a decoded path is one of the route's.</summary>
    /// <param name="path">The decoded path.</param>
    /// <param name="parameters">What the path's parameters stand for; empty where there are none.</param>
    public bool Matches(string path, out IReadOnlyDictionary<string, string> parameters)
    {
        parameters = new Dictionary<string, string>();
        var greedy = Path.IndexOf('{', StringComparison.Ordinal);
        if (greedy < 0)
        {
            return path == Path;
        }

        if (!path.StartsWith(Path.AsSpan(0, greedy), StringComparison.Ordinal) || path.Length == greedy)
        {
            return false;
        }

        parameters = new Dictionary<string, string> { [Path[(greedy + 1)..^2]] = path[greedy..] };
        return true;
    }
}
