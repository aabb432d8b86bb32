using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>Removes many items, a batch at a time.</summary>
internal sealed class BatchDeletion(IAmazonDynamoDB client, string table, TimeProvider time)
{
    /// <summary>The most items in a call (API reference, "BatchWriteItem").</summary>
    private const int BatchSize = 25;

    /// <summary>So many answers in a row that did nothing mean that something is wrong.</summary>
    private const int MaxIdleAttempts = 8;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    /// <summary>Removes the items of these keys; those that are not there do no harm.</summary>
    /// <exception cref="IOException">
    /// DynamoDB keeps answering that it has no capacity for it. Some are removed; repeat the call.
    /// </exception>
    public async Task DeleteAsync(
        IAsyncEnumerable<Dictionary<string, AttributeValue>> keys, CancellationToken cancellationToken)
    {
        await foreach (var batch in keys.Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            await DeleteAsync(
                [.. batch.Select(key => new WriteRequest { DeleteRequest = new() { Key = key } })], cancellationToken);
        }
    }

    /// <summary>
    /// The answer to a batch tells what was left undone for want of capacity; the SDK does not repeat that by itself.
    /// </summary>
    private async Task DeleteAsync(List<WriteRequest> left, CancellationToken cancellationToken)
    {
        for (var idle = 0; idle < MaxIdleAttempts; idle++)
        {
            var request = new BatchWriteItemRequest { RequestItems = new() { [table] = left } };
            var answer = await client.BatchWriteItemAsync(request, cancellationToken);
            var undone = answer.UnprocessedItems?.GetValueOrDefault(table) ?? [];
            if (undone.Count == 0)
            {
                return;
            }

            if (undone.Count < left.Count)
            {
                idle = 0;
            }

            left = undone;
            await Task.Delay(FirstDelay * Math.Pow(2, idle), time, cancellationToken);
        }

        throw new IOException(
            $"DynamoDB had no capacity to delete {left.Count} items after {MaxIdleAttempts} attempts.");
    }
}
