using System.Globalization;
using Amazon.Lambda.APIGatewayEvents;

namespace VideoAnalysis.Functions.Http;

/// <summary>Reads query parameters one by one, and refuses what is left over.</summary>
internal sealed class QueryReader
{
    /// <summary>
    /// In the place of a part of the path that no path can carry: it comes as a parameter of its name.
    /// </summary>
    public const string InQuery = "-";

    private readonly Dictionary<string, string> _all;
    private readonly Dictionary<string, string> _unread;
    private readonly List<string> _known = [];

    private QueryReader(IDictionary<string, string>? parameters)
    {
        _all = new(parameters ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        _unread = new(_all, StringComparer.Ordinal);
    }

    /// <summary>Begins with a request's parameters.</summary>
    /// <exception cref="ProblemException">One comes more than once.</exception>
    public static QueryReader Of(APIGatewayHttpApiV2ProxyRequest request)
    {
        // API Gateway joins the values of a parameter with commas, and a key may hold one: only the raw text tells.
        var repeated = (request.RawQueryString ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(parameter => Uri.UnescapeDataString(parameter.Split('=', 2)[0].Replace('+', ' ')))
            .CountBy(name => name)
            .FirstOrDefault(name => name.Value > 1)
            .Key;
        return repeated is null
            ? new(request.QueryStringParameters)
            : throw new ProblemException(Problem.DuplicateParameter(repeated));
    }

    /// <summary>Whether the request has the parameter.</summary>
    public bool Has(string name) => _all.ContainsKey(name);

    /// <summary>The parameter's text; null when it is absent.</summary>
    public string? Text(string name)
    {
        _known.Add(name);
        return _unread.Remove(name, out var value) ? value : null;
    }

    /// <summary>
    /// A part of the path, or the parameter of its name where the path has <see cref="InQuery"/>; null when it is
    /// absent. API Gateway hands the path over decoded once; it is never decoded again.
    /// </summary>
    public string? TextOf(IDictionary<string, string>? pathParameters, string name)
    {
        var inPath = pathParameters?.TryGetValue(name, out var found) == true ? found : null;
        return inPath == InQuery ? Text(name) : inPath;
    }

    /// <summary>A parameter that a parser understands.</summary>
    /// <exception cref="ProblemException">The parser does not understand the parameter.</exception>
    public T? Parsed<T>(string name, Func<string, T?> parse, string allowed)
        where T : class =>
        Text(name) is { } text ? parse(text) ?? throw Invalid(name, text, allowed) : null;

    /// <summary>A whole number.</summary>
    /// <exception cref="ProblemException">The parameter is not a whole number, or is out of range.</exception>
    public long? Number(string name, long least, long most, string allowed) => Text(name) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) &&
            number >= least && number <= most => number,
        var text => throw Invalid(name, text, allowed),
    };

    /// <summary>A decimal number.</summary>
    /// <exception cref="ProblemException">The parameter is not a decimal number, or is out of range.</exception>
    public float? Decimal(string name, float least, float most, string allowed) => Text(name) switch
    {
        null => null,
        var text when float.TryParse(
            text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) &&
            number >= least && number <= most => number,
        var text => throw Invalid(name, text, allowed),
    };

    /// <summary>Refuses parameters that nobody asked for: they may be misspelt.</summary>
    /// <exception cref="ProblemException">There is one.</exception>
    public void RefuseOthers()
    {
        if (_unread.Count > 0)
        {
            throw new ProblemException(Problem.UnknownParameter(_unread.Keys.First(), _known));
        }
    }

    /// <summary>
    /// The address of the next page: the same query with another token, relative to the request's own address, so
    /// that it holds behind every domain and stage.
    /// </summary>
    public string AddressWith(string next) => "?" + string.Join('&', _all
        .Where(parameter => parameter.Key != "next")
        .Append(new("next", next))
        .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}"));

    public static ProblemException Invalid(string name, string value, string allowed) =>
        new(Problem.InvalidParameter(name, value, allowed));
}
