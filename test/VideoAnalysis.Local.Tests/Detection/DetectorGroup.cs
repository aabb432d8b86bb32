namespace VideoAnalysis.Local.Tests.Detection;

/// <summary>The tests that use every core anyway: one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class DetectorGroup : ICollectionFixture<DetectorFixture>
{
    public const string Name = "Detector";
}
