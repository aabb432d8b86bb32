namespace VideoAnalysis.LocalAws.S3.Catalog;

/// <summary>A header or a query parameter that is ignored, since that changes nothing that a client can see.</summary>
/// <param name="Name">The name. One that ends in "-" stands for all that begin with it.</param>
/// <param name="Values">The values that are ignored; every other value is refused. Empty for all values.</param>
/// <param name="Reason">Why that does no harm, as the documentation says it.</param>
internal sealed record IgnoredName(string Name, IReadOnlyList<string> Values, string Reason)
{
    /// <summary>Whether this is about a name.</summary>
    public bool Is(string name) => Name.EndsWith('-')
        ? name.StartsWith(Name, StringComparison.OrdinalIgnoreCase)
        : name.Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a value is ignored.</summary>
    public bool Allows(string value) => Values.Count == 0 || Values.Contains(value, StringComparer.OrdinalIgnoreCase);
}
