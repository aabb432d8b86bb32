namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>A form in which something is given out.</summary>
/// <param name="name">The name in the query, as in <c>csv</c>.</param>
/// <param name="mediaType">The media type in <c>Accept</c>, as in <c>text/csv</c>.</param>
/// <param name="contentType">The media type as the answer has it, with its parameters.</param>
internal abstract class Format(string name, string mediaType, string contentType)
{
    public string Name { get; } = name;

    public string MediaType { get; } = mediaType;

    public string ContentType { get; } = contentType;

    /// <summary>
    /// The format that a request asks for: by the parameter <c>format</c>, or else the most welcome one by
    /// <c>Accept</c>, the earlier of two that are equally welcome.
    /// </summary>
    /// <exception cref="ProblemException">The parameter names none of those that are offered, or none is acceptable.</exception>
    public static T Choose<T>(IReadOnlyList<T> offered, QueryReader query, RequestHeaders headers)
        where T : Format
    {
        var named = query.Parsed(
            "format",
            name => offered.FirstOrDefault(format => format.Name == name),
            $"one of {string.Join(", ", offered.Select(format => format.Name))}");
        if (named is not null)
        {
            return named;
        }

        var best = offered.MaxBy(format => headers.QualityOf(format.MediaType));
        return best is not null && headers.QualityOf(best.MediaType) > 0
            ? best
            : throw new ProblemException(Problem.NotAcceptable(string.Join(", ", offered.Select(format => format.MediaType))));
    }
}
