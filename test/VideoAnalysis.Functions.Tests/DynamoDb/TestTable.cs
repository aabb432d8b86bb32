using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Functions.DynamoDb;
using VideoAnalysis.Testing.DynamoDb;

namespace VideoAnalysis.Functions.Tests.DynamoDb;

/// <summary>A table of its own for one test, in the DynamoDB Local that all tests share.</summary>
internal sealed class TestTable : IDisposable
{
    private TestTable(RecordingClient client) => Client = client;

    public RecordingClient Client { get; }

    public string Name { get; } = $"results-{Guid.NewGuid():N}";

    public static async Task<TestTable> CreateAsync(DynamoDbLocal server, CancellationToken cancellationToken)
    {
        var table = new TestTable(new(await server.GetEndpointAsync(cancellationToken)));
        await DynamoDbTable.EnsureCreatedAsync(table.Client, table.Name, cancellationToken: cancellationToken);
        return table;
    }

    /// <summary>A store of its own, that is, with nothing cached.</summary>
    public DynamoDbResultStore NewStore(TimeProvider? time = null, AnalysisRegistry? analyses = null) => new(
        Client,
        Name,
        analyses ?? new(new FaceAnalysis(FaceAttributes.Default)),
        time ?? new FakeTimeProvider(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)),
        NullLogger<DynamoDbResultStore>.Instance);

    /// <summary>The item as it is stored.</summary>
    public async Task<Dictionary<string, AttributeValue>?> ItemAsync(
        string partitionKey, string sortKey, CancellationToken cancellationToken)
    {
        var key = new Dictionary<string, AttributeValue> { ["pk"] = new(partitionKey), ["sk"] = new(sortKey) };
        var answer = await Client.GetItemAsync(new() { TableName = Name, Key = key }, cancellationToken);
        return answer.Item;
    }

    public void Dispose() => Client.Dispose();
}
