using System.Globalization;

namespace VideoAnalysis.Functions.Api;

/// <summary>Reads query parameters one by one, and refuses what is left over.</summary>
internal sealed class QueryReader(IDictionary<string, string>? parameters)
{
    private readonly Dictionary<string, string> _unread = new(parameters ?? new Dictionary<string, string>(), StringComparer.Ordinal);
    private readonly List<string> _known = [];

    /// <summary>The parameter's text; null when it is absent.</summary>
    public string? Text(string name)
    {
        _known.Add(name);
        return _unread.Remove(name, out var value) ? value : null;
    }

    /// <summary>A parameter that a parser understands.</summary>
    /// <exception cref="ProblemException">It does not.</exception>
    public T? Parsed<T>(string name, Func<string, T?> parse, string allowed)
        where T : class =>
        Text(name) is { } text ? parse(text) ?? throw Invalid(name, text, allowed) : null;

    /// <summary>A whole number.</summary>
    /// <exception cref="ProblemException">It is none, or out of range.</exception>
    public long? Number(string name, long least, long most, string allowed) => Text(name) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) &&
            number >= least && number <= most => number,
        var text => throw Invalid(name, text, allowed),
    };

    /// <summary>A decimal number.</summary>
    /// <exception cref="ProblemException">It is none, or out of range.</exception>
    public float? Decimal(string name, float least, float most, string allowed) => Text(name) switch
    {
        null => null,
        var text when float.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) &&
            number >= least && number <= most => number,
        var text => throw Invalid(name, text, allowed),
    };

    /// <summary>Refuses parameters that nobody asked for: they may be misspelt.</summary>
    /// <exception cref="ProblemException">There is one.</exception>
    public void RefuseOthers()
    {
        if (_unread.Count > 0)
        {
            throw new ProblemException(Problem.UnknownParameter(_unread.Keys.First(), string.Join(", ", _known)));
        }
    }

    public static ProblemException Invalid(string name, string value, string allowed) =>
        new(Problem.InvalidParameter(name, value, allowed));
}
