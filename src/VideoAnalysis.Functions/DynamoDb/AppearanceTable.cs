using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>
/// The appearances in the table. The sort key of an item is <c>appearances#faces#TOKEN#0000000007</c>, which ends in
/// its sequence number.
/// </summary>
internal sealed class AppearanceTable(IAmazonDynamoDB client, string table, TimeProvider time)
{
    private readonly BatchDeletion _deletion = new(client, table, time);

    public Task SaveAsync(
        string key, JobTag tag, AppearanceChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var item = new Dictionary<string, AttributeValue>
        {
            [Attributes.PartitionKey] = AttributeValues.Text(key),
            [Attributes.SortKey] = AttributeValues.Text(string.Create(
                CultureInfo.InvariantCulture, $"{PrefixOf(tag)}{chunk.Sequence:D10}")),
            ["sequence"] = AttributeValues.Number(chunk.Sequence),
            ["size"] = AttributeValues.Number(chunk.Size),
            ["body"] = new() { B = new MemoryStream(chunk.Body.ToArray(), writable: false) },
        };
        item.SetExpiry(expiresAt);
        return client.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, cancellationToken);
    }

    public async IAsyncEnumerable<AppearanceChunk> ReadAsync(
        string key, JobTag tag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var item in client.QueryAllAsync(Query(key, tag), cancellationToken))
        {
            if (item.IsLiveAt(now))
            {
                yield return new(
                    (int)item.GetNumber("sequence"),
                    (int)item.GetNumber("size"),
                    item.GetValueOrDefault("body")?.B?.ToArray() ?? throw item.Unreadable("has no body"));
            }
        }
    }

    public Task DeleteAsync(string key, JobTag tag, CancellationToken cancellationToken)
    {
        var query = Query(key, tag);
        query.ProjectionExpression = $"{Attributes.PartitionKey}, {Attributes.SortKey}";
        return _deletion.DeleteAsync(client.QueryAllAsync(query, cancellationToken), cancellationToken);
    }

    private QueryRequest Query(string key, JobTag tag) => new()
    {
        TableName = table,
        ConsistentRead = true,
        KeyConditionExpression = $"{Attributes.PartitionKey} = :key AND begins_with({Attributes.SortKey}, :prefix)",
        ExpressionAttributeValues = new()
        {
            [":key"] = AttributeValues.Text(key),
            [":prefix"] = AttributeValues.Text(PrefixOf(tag)),
        },
    };

    private static string PrefixOf(JobTag tag) => $"appearances#{tag.Analysis}#{tag.Token}#";
}
