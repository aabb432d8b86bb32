using VideoAnalysis.Engine;

namespace VideoAnalysis.Functions.Tests.Adapters;

/// <summary>What is particular to the search for persons: it needs a collection, which changes.</summary>
public sealed class FaceSearchTests
{
    private static readonly Dictionary<string, string> People = new() { ["COLLECTION_ID"] = "people" };

    [Fact]
    public async Task A_collection_that_has_changed_is_searched_again()
    {
        string[] tokens = [await TokenAsync(faces: 3), await TokenAsync(faces: 4), await TokenAsync(faces: 3)];

        Assert.Equal(tokens[0], tokens[2]);
        Assert.NotEqual(tokens[0], tokens[1]);
    }

    [Fact]
    public async Task A_missing_collection_is_a_reason_that_says_what_to_do()
    {
        var catalog = RekognitionAnswer.CatalogOf("persons", People);

        var refused = await Assert.ThrowsAsync<AnalysisRefusedException>(() => RekognitionAnalyzerTests.StartAsync(
            CannedRekognition.Failing("ResourceNotFoundException"), catalog,
            RekognitionAnalyzerTests.Request(catalog)));

        Assert.StartsWith("ResourceNotFoundException: As the service says. Create the collection \"people\"",
            refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_collection_nothing_is_called()
    {
        var catalog = RekognitionAnswer.CatalogOf("persons");
        var service = RekognitionAnalyzerTests.Starting();

        var refused = await Assert.ThrowsAsync<AnalysisRefusedException>(() => RekognitionAnalyzerTests.StartAsync(
            service, catalog, RekognitionAnalyzerTests.Request(catalog)));

        Assert.Contains("CollectionId", refused.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    private static async Task<string> TokenAsync(int faces)
    {
        var catalog = RekognitionAnswer.CatalogOf("persons", People);
        var service = RekognitionAnalyzerTests.Starting(faces);
        await RekognitionAnalyzerTests.StartAsync(service, catalog, RekognitionAnalyzerTests.Request(catalog));
        Assert.Equal(["DescribeCollection", "StartFaceSearch"], service.Requests.Select(request => request.Operation));
        return (string)service.Requests[1].Body["ClientRequestToken"]!;
    }
}
