using VideoAnalysis.Local.Hosting;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests;

public sealed class LayeringTests
{
    [Fact]
    public void No_namespaces_use_each_other_in_a_circle() =>
        Assert.Equal([], NamespaceGraph.CyclesOf(typeof(LocalStack).Assembly));

    [Fact]
    public void The_page_of_the_architecture_has_the_folders_of_this_project() => Assert.Contains(
        NamespaceGraph.TableOf(typeof(LocalStack).Assembly),
        File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "architecture.md")),
        StringComparison.Ordinal);
}
