using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>The chunks of detections in the table.</summary>
internal sealed class ChunkTable(IAmazonDynamoDB client, string table, TimeProvider time)
{
    /// <summary>Most readers want a page of detections, which is a chunk or a few; a head has about 2 KB.</summary>
    private const int FirstPageSize = 8;

    /// <summary>So many bodies are asked for at a time: about as many as fill the largest page.</summary>
    private const int BodiesAtOnce = 8;

    private readonly BatchDeletion _deletion = new(client, table, time);

    public async Task SaveAsync(
        string key, JobTag tag, DetectionChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        // One after the other: a writer that is told to stop, or dies, has nothing under way behind its back.
        await PutAsync(ChunkItem.Body(key, tag, chunk, expiresAt), cancellationToken);
        await PutAsync(ChunkItem.Head(key, tag, chunk.Head, expiresAt), cancellationToken);
    }

    public async IAsyncEnumerable<ChunkHead> ReadHeadsAsync(
        ChunkRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (range.To < range.From || range.To < 0)
        {
            yield break;
        }

        var now = time.GetUtcNow();
        await foreach (var item in HeadItemsAsync(range, cancellationToken))
        {
            if (item.IsLiveAt(now) && ChunkItem.ReadHead(item) is var head &&
                head.To >= range.From && head.Sequence >= range.FirstSequence)
            {
                yield return head;
            }
        }
    }

    public async IAsyncEnumerable<byte[]?> ReadBodiesAsync(
        string key,
        JobTag tag,
        IReadOnlyList<int> sequences,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in sequences.Chunk(BodiesAtOnce))
        {
            var bodies = await Task.WhenAll(
                some.Select(sequence => FindBodyAsync(key, tag, sequence, cancellationToken)));
            foreach (var body in bodies)
            {
                yield return body;
            }
        }
    }

    public Task DeleteAsync(string key, JobTag tag, CancellationToken cancellationToken)
    {
        var query = Query(key, ChunkItem.FirstSortKey(tag), ChunkItem.LastSortKey(tag));
        query.ProjectionExpression = $"{Attributes.PartitionKey}, {Attributes.SortKey}";
        return _deletion.DeleteAsync(client.QueryAllAsync(query, cancellationToken), cancellationToken);
    }

    private async IAsyncEnumerable<Dictionary<string, AttributeValue>> HeadItemsAsync(
        ChunkRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = Query(
            range.Key, ChunkItem.HeadSortKeyFrom(range.Tag, range.From),
            ChunkItem.HeadSortKeyAfter(range.Tag, range.To));
        query.Limit = FirstPageSize;
        await using var items = client.QueryAllAsync(query, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await items.MoveNextAsync();

        // A page of results usually goes on with a whole chunk: nothing before that is wanted, and a query costs.
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

    private async Task PutAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken) =>
        await client.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, cancellationToken);

    private async Task<byte[]?> FindBodyAsync(
        string key, JobTag tag, int sequence, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest
        {
            TableName = table,
            ConsistentRead = true,
            Key = new()
            {
                [Attributes.PartitionKey] = AttributeValues.Text(key),
                [Attributes.SortKey] = AttributeValues.Text(ChunkItem.BodySortKey(tag, sequence)),
            },
        };
        var answer = await client.GetItemAsync(request, cancellationToken);
        return answer.Item is { Count: > 0 } item && item.IsLiveAt(time.GetUtcNow()) ? ChunkItem.ReadBytes(item) : null;
    }

    /// <summary>
    /// The last chunk that begins before the range: the only one of those that can reach into it, for the chunks
    /// before it end where it begins, or earlier.
    /// </summary>
    private async Task<Dictionary<string, AttributeValue>?> FindLastBeforeAsync(
        ChunkRange range, CancellationToken cancellationToken)
    {
        var query = Query(
            range.Key, ChunkItem.FirstHeadSortKey(range.Tag), ChunkItem.HeadSortKeyFrom(range.Tag, range.From));
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
