using System.Text;
using VideoAnalysis.LocalAws.S3.Catalog;
using VideoAnalysis.Testing;

namespace VideoAnalysis.LocalAws.Tests.S3;

/// <summary>docs/s3.md says of every operation what the code does.</summary>
public sealed class S3DocumentTests
{
    private static string Document { get; } = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "s3.md"));

    [Fact]
    public void The_table_of_operations_is_the_codes()
    {
        var table = new StringBuilder("| operation | query parameters | headers |\n|---|---|---|\n");
        foreach (var operation in S3Catalog.Operations.OrderBy(operation => operation.Name, StringComparer.Ordinal))
        {
            IEnumerable<string> parameters =
                operation.Subresource is { } own ? [own, .. operation.Parameters] : operation.Parameters;
            IEnumerable<string> headers =
                operation.SelectingHeader is { } header ? [header, .. operation.Headers] : operation.Headers;
            table.Append($"| `{operation.Name}` | {Names(parameters)} | {Names(headers)} |\n");
        }

        Assert.Contains(table.ToString(), Document, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_refused_is_listed()
    {
        var refused = S3Names.All.Select(known => known.Name)
            .Where(name => S3Catalog.Operations.All(provided => provided.Name != name))
            .Append("POST Object");

        Assert.All(refused, name => Assert.Contains($"`{name}`", Document, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_ignored_is_published_with_its_reason()
    {
        var table = new StringBuilder("| name | value | why |\n|---|---|---|\n");
        foreach (var ignored in S3Ignored.Headers.Concat(S3Ignored.Parameters))
        {
            var values = ignored.Values.Count == 0 ? "any"
                : string.Join(", ", ignored.Values.Select(value => value.Length == 0 ? "empty" : value));
            table.Append($"| `{ignored.Name}` | {values} | {ignored.Reason} |\n");
        }

        Assert.Contains(table.ToString(), Document, StringComparison.Ordinal);
    }

    private static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Distinct().Order(StringComparer.OrdinalIgnoreCase).Select(name => $"`{name}`"));
}
