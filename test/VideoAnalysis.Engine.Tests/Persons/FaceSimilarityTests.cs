using VideoAnalysis.Engine.Persons;

namespace VideoAnalysis.Engine.Tests.Persons;

public sealed class FaceSimilarityTests
{
    [Theory]
    [InlineData(0, 99.9, 100)]
    [InlineData(0.3, 98.99, 99.01)]
    [InlineData(0.44, 79.99, 80.01)]
    [InlineData(0.6, 5, 15)]
    [InlineData(1, 0, 0.2)]
    public void Distances_become_similarities(double distance, double least, double most) =>
        Assert.InRange(FaceSimilarity.Of(distance), least, most);

    [Fact]
    public void The_distance_is_that_of_the_embeddings() =>
        Assert.Equal(FaceSimilarity.Of(0.5), FaceSimilarity.Of([0.1f, 0.4f, 0], [0.4f, 0, 0]), 3);
}
