namespace VideoAnalysis.Local.Api;

/// <summary>A route of the HTTP API, as the template's events list them.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">
/// The path. A segment such as <c>{name}</c> takes any one segment; a last one such as <c>{video+}</c> takes whatever
/// is left, slashes included. There is one such segment at most.
/// </param>
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
        var start = Path.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
        {
            return path == Path;
        }

        var end = Path.IndexOf('}', StringComparison.Ordinal);
        var (before, name, after) = (Path[..start], Path[(start + 1)..end], Path[(end + 1)..]);
        if (path.Length <= before.Length + after.Length
            || !path.StartsWith(before, StringComparison.Ordinal)
            || !path.EndsWith(after, StringComparison.Ordinal))
        {
            return false;
        }

        var value = path[before.Length..^after.Length];
        if (!name.EndsWith('+') && value.Contains('/', StringComparison.Ordinal))
        {
            return false;
        }

        parameters = new Dictionary<string, string> { [name.TrimEnd('+')] = value };
        return true;
    }
}
