using Amazon.DynamoDBv2;
using Amazon.Runtime;
using VideoAnalysis.Functions.DynamoDb;
using VideoAnalysis.Testing.DynamoDb;

namespace VideoAnalysis.Functions.Tests.DynamoDb;

/// <summary>A table of its own for one test, in the DynamoDB Local that all tests share.</summary>
internal sealed class TestTable : IDisposable
{
    private TestTable(AmazonDynamoDBClient client) => Client = client;

    public AmazonDynamoDBClient Client { get; }

    public string Name { get; } = $"results-{Guid.NewGuid():N}";

    public static async Task<TestTable> CreateAsync(DynamoDbLocal server, CancellationToken cancellationToken)
    {
        var endpoint = await server.GetEndpointAsync(cancellationToken);
        var table = new TestTable(NewClient(endpoint));
        await DynamoDbTable.EnsureCreatedAsync(table.Client, table.Name, cancellationToken: cancellationToken);
        return table;
    }

    public static AmazonDynamoDBClient NewClient(Uri endpoint) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonDynamoDBConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = "us-east-1" });

    public void Dispose() => Client.Dispose();
}
