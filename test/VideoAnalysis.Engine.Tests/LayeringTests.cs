using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests;

public sealed class LayeringTests
{
    [Fact]
    public void No_namespaces_use_each_other_in_a_circle() =>
        Assert.Equal([], NamespaceGraph.CyclesOf(typeof(VideoEngine).Assembly));
}
