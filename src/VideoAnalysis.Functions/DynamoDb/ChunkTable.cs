using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>The chunks of detections in the table.</summary>
internal sealed class ChunkTable(IAmazonDynamoDB client, string table, TimeProvider time)
{
    /// <summary>Most readers want a page of detections, which is one chunk or two.</summary>
    private const int FirstPageSize = 2;

    private readonly BatchDeletion _deletion = new(client, table, time);

    public Task SaveAsync(
        string key, JobTag tag, DetectionChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest { TableName = table, Item = ChunkItem.Of(key, tag, chunk, expiresAt) };
        return client.PutItemAsync(request, cancellationToken);
    }

    public async IAsyncEnumerable<DetectionChunk> ReadAsync(
        ChunkRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (range.To < range.From || range.To < 0)
        {
            yield break;
        }

        var now = time.GetUtcNow();
        await foreach (var item in ItemsAsync(range, cancellationToken))
        {
            if (item.IsLiveAt(now) && ChunkItem.Read(item) is var chunk &&
                chunk.To >= range.From && chunk.Sequence >= range.FirstSequence)
            {
                yield return chunk;
            }
        }
    }

    public Task DeleteAsync(string key, JobTag tag, CancellationToken cancellationToken)
    {
        var query = Query(key, ChunkItem.FirstSortKey(tag), ChunkItem.LastSortKey(tag));
        query.ProjectionExpression = $"{Attributes.PartitionKey}, {Attributes.SortKey}";
        return _deletion.DeleteAsync(client.QueryAllAsync(query, cancellationToken), cancellationToken);
    }

    private async IAsyncEnumerable<Dictionary<string, AttributeValue>> ItemsAsync(
        ChunkRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = Query(
            range.Key, ChunkItem.SortKeyFrom(range.Tag, range.From), ChunkItem.SortKeyAfter(range.Tag, range.To));
        query.Limit = FirstPageSize;
        await using var items = client.QueryAllAsync(query, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await items.MoveNextAsync();

        // A page of results usually goes on with a whole chunk: nothing before that is wanted, and a chunk costs.
        var beginsWithFirst = range.From == 0 || (more && ChunkItem.SequenceOf(items.Current) <= range.FirstSequence);
        if (!beginsWithFirst && await FindLastBeforeAsync(range, cancellationToken) is { } last)
        {
            yield return last;
        }

        for (; more; more = await items.MoveNextAsync())
        {
            yield return items.Current;
        }
    }

    /// <summary>
    /// The last chunk that begins before the range: the only one of those that can reach into it, for the chunks
    /// before it end where it begins, or earlier.
    /// </summary>
    private async Task<Dictionary<string, AttributeValue>?> FindLastBeforeAsync(
        ChunkRange range, CancellationToken cancellationToken)
    {
        var query = Query(range.Key, ChunkItem.FirstSortKey(range.Tag), ChunkItem.SortKeyFrom(range.Tag, range.From));
        query.ScanIndexForward = false;
        query.Limit = 1;
        var answer = await client.QueryAsync(query, cancellationToken);
        return answer.Items is [var last, ..] ? last : null;
    }

    private QueryRequest Query(string key, string from, string to) => new()
    {
        TableName = table,
        ConsistentRead = true,
        KeyConditionExpression = $"{Attributes.PartitionKey} = :key AND {Attributes.SortKey} BETWEEN :from AND :to",
        ExpressionAttributeValues = new()
        {
            [":key"] = AttributeValues.Text(key),
            [":from"] = AttributeValues.Text(from),
            [":to"] = AttributeValues.Text(to),
        },
    };
}
