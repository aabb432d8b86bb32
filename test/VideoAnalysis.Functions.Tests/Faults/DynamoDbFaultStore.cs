using System.Collections.Concurrent;
using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Microsoft.Extensions.Logging.Abstractions;
using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
using VideoAnalysis.Functions.DynamoDb;
using VideoAnalysis.Functions.Tests.DynamoDb;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.DynamoDb;
using VideoAnalysis.Testing.Faults;

namespace VideoAnalysis.Functions.Tests.Faults;

/// <summary>
/// The deployed store on DynamoDB Local: an HTTP request is a call to the outside. Tables are emptied and used again.
/// </summary>
internal sealed class DynamoDbFaultStore : IFaultStore, IAsyncDisposable
{
    private static readonly SocketsHttpHandler Http = new();

    private readonly Pool _pool;
    private readonly TestTable _table;

    private DynamoDbFaultStore(Pool pool, TestTable table) => (_pool, _table) = (pool, table);

    public IResultStore Open(ICallGate gate, ProcessLife life, AnalysisRegistry analyses, TimeProvider time)
    {
        var config = new AmazonDynamoDBConfig
        {
            ServiceURL = _table.Client.Config.ServiceURL,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = _pool.Retries,
            HttpClientFactory = new GatedHttp(gate, life, Http),
        };
        return new DynamoDbResultStore(
            new AmazonDynamoDBClient(new BasicAWSCredentials("test", "test"), config),
            _table.Name,
            analyses,
            time,
            NullLogger<DynamoDbResultStore>.Instance);
    }

    // The table keeps the last state alone.
    public IReadOnlyCollection<Announcement> Ended => [];

    public async Task<IReadOnlyList<string>> ChunksAsync(string key)
    {
        var query = new QueryRequest
        {
            TableName = _table.Name,
            ConsistentRead = true,
            KeyConditionExpression = "pk = :key AND begins_with(sk, :data)",
            ExpressionAttributeValues = new() { [":key"] = new(key), [":data"] = new("data#") },
        };
        return await _table.Client.QueryAllAsync(query, CancellationToken.None)
            .Select(item => string.Join(
                ' ',
                item["sk"].S,
                item.GetValueOrDefault("sequence")?.N,
                item.GetValueOrDefault("from")?.N,
                item.GetValueOrDefault("to")?.N,
                item.GetValueOrDefault("count")?.N,
                Convert.ToHexStringLower(SHA256.HashData(item["data"].B.ToArray()))))
            .ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        var items = await _table.Client.ScanAsync(new ScanRequest(_table.Name) { ProjectionExpression = "pk, sk" });
        await new BatchDeletion(_table.Client, _table.Name, TimeProvider.System)
            .DeleteAsync((items.Items ?? []).ToAsyncEnumerable(), CancellationToken.None);
        _pool.Return(_table);
    }

    /// <summary>The tables that no run uses at the moment.</summary>
    /// <param name="server">Where they are.</param>
    /// <param name="retries">How often the SDK repeats a call by itself.</param>
    internal sealed class Pool(DynamoDbLocal server, int retries) : IDisposable
    {
        private readonly ConcurrentBag<TestTable> _free = [];

        public int Retries => retries;

        public async Task<IFaultStore> RentAsync(CancellationToken cancellationToken) => new DynamoDbFaultStore(
            this, _free.TryTake(out var table) ? table : await TestTable.CreateAsync(server, cancellationToken));

        public void Return(TestTable table) => _free.Add(table);

        public void Dispose()
        {
            foreach (var table in _free)
            {
                table.Dispose();
            }
        }
    }
}
