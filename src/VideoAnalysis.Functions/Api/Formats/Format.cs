using System.Buffers;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api.Formats;

/// <summary>A form in which pages of results are given out.</summary>
/// <typeparam name="TPage">What a page is.</typeparam>
/// <param name="name">The name in the query, as in <c>csv</c>.</param>
/// <param name="mediaType">The media type in <c>Accept</c>, as in <c>text/csv</c>.</param>
/// <param name="contentType">The media type as the answer has it, with its parameters.</param>
internal abstract class Format<TPage>(string name, string mediaType, string contentType)
    where TPage : ResultPage
{
    public string Name { get; } = name;

    public string MediaType { get; } = mediaType;

    public string ContentType { get; } = contentType;

    /// <summary>
    /// The most results of a video that fit into a page, where the format adds something to each of them.
    /// </summary>
    public virtual int MostResults(string key) => int.MaxValue;

    /// <summary>Writes a page.</summary>
    public abstract void Write(TPage page, IBufferWriter<byte> output);

    /// <summary>
    /// The format that a request asks for: by the parameter <c>format</c>, or else the most welcome one by
    /// <c>Accept</c>, the earlier of two that are equally welcome.
    /// </summary>
    /// <exception cref="ProblemException">
    /// The parameter names none of those that are offered, or none is acceptable.
    /// </exception>
    public static Format<TPage> Choose(IReadOnlyList<Format<TPage>> offered, QueryReader query, RequestHeaders headers)
    {
        var named = offered.Count == 1 ? null : query.Parsed(
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
            : throw new ProblemException(
                Problem.NotAcceptable(string.Join(", ", offered.Select(format => format.MediaType))));
    }
}
