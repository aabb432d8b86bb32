using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace VideoAnalysis.Functions.Tests.DynamoDb;

/// <summary>A real client that remembers what it was asked, and can leave a part of a batch undone.</summary>
internal sealed class RecordingClient(Uri endpoint) : AmazonDynamoDBClient(
    new BasicAWSCredentials("test", "test"),
    new AmazonDynamoDBConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = "us-east-1" })
{
    public ConcurrentQueue<PutItemRequest> Puts { get; } = [];

    public ConcurrentQueue<GetItemRequest> Gets { get; } = [];

    public ConcurrentQueue<(QueryRequest Request, QueryResponse Answer)> Queries { get; } = [];

    public ConcurrentQueue<BatchWriteItemRequest> Batches { get; } = [];

    /// <summary>How many of a batch's writes are done, by the number of the call; null for all of them.</summary>
    public Func<int, int?> BatchCapacity { get; set; } = _ => null;

    public override Task<PutItemResponse> PutItemAsync(
        PutItemRequest request, CancellationToken cancellationToken = default)
    {
        Puts.Enqueue(request);
        return base.PutItemAsync(request, cancellationToken);
    }

    public override Task<GetItemResponse> GetItemAsync(
        GetItemRequest request, CancellationToken cancellationToken = default)
    {
        Gets.Enqueue(request);
        return base.GetItemAsync(request, cancellationToken);
    }

    public override async Task<QueryResponse> QueryAsync(
        QueryRequest request, CancellationToken cancellationToken = default)
    {
        var answer = await base.QueryAsync(request, cancellationToken);
        Queries.Enqueue((request, answer));
        return answer;
    }

    public override async Task<BatchWriteItemResponse> BatchWriteItemAsync(
        BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        Batches.Enqueue(request);
        if (BatchCapacity(Batches.Count) is not { } capacity)
        {
            return await base.BatchWriteItemAsync(request, cancellationToken);
        }

        var (table, writes) = request.RequestItems.Single();
        if (capacity > 0)
        {
            var done = new BatchWriteItemRequest { RequestItems = new() { [table] = [.. writes.Take(capacity)] } };
            await base.BatchWriteItemAsync(done, cancellationToken);
        }

        return new() { UnprocessedItems = new() { [table] = [.. writes.Skip(capacity)] } };
    }
}
