using VideoAnalysis.LocalAws.S3;
using VideoAnalysis.Testing;

namespace VideoAnalysis.LocalAws.Tests;

public sealed class LayeringTests
{
    [Fact]
    public void No_namespaces_use_each_other_in_a_circle() =>
        Assert.Equal([], NamespaceGraph.CyclesOf(typeof(S3Endpoint).Assembly));
}
