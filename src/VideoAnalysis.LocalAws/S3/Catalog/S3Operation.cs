using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Catalog;

/// <summary>An operation that the local stack provides, and everything of a request that the operation uses.</summary>
/// <param name="Name">S3's name of the operation.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Scope">What the operation is about.</param>
internal sealed record S3Operation(string Name, string Method, S3Scope Scope)
{
    /// <summary>
    /// The query parameter that selects the operation; null if it is selected by method and path alone.
    /// </summary>
    public string? Subresource { get; init; }

    /// <summary>The value that <see cref="Subresource"/> must have; null for any.</summary>
    public string? SubresourceValue { get; init; }

    /// <summary>The header that selects the operation; null for none.</summary>
    public string? SelectingHeader { get; init; }

    /// <summary>The query parameters that the operation uses, besides <see cref="Subresource"/>.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>
    /// The headers that the operation uses. A name that ends in "-" stands for all that begin with it.
    /// </summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Whether a request asks for this operation.</summary>
    public bool Matches(S3Call call, S3Scope scope) =>
        call.Request.Method == Method
        && scope == Scope
        && (Subresource is null || (call.Query(Subresource) is { } value && (SubresourceValue ?? value) == value))
        && (SelectingHeader is null || call.Header(SelectingHeader) is not null);

    /// <summary>Whether the operation uses a query parameter.</summary>
    public bool UsesParameter(string name) =>
        name.Equals(Subresource, StringComparison.Ordinal) || Parameters.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether the operation uses a header.</summary>
    public bool UsesHeader(string name) =>
        name.Equals(SelectingHeader, StringComparison.OrdinalIgnoreCase)
        || Headers.Any(used => used.EndsWith('-')
            ? name.StartsWith(used, StringComparison.OrdinalIgnoreCase)
            : name.Equals(used, StringComparison.OrdinalIgnoreCase));
}
