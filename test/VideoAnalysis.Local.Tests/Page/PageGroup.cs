namespace VideoAnalysis.Local.Tests.Page;

/// <summary>The tests that drive a browser: one after the other, in one browser.</summary>
[CollectionDefinition(Name)]
public sealed class PageGroup : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Page";
}
