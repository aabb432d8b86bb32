using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>
/// Remembers on which days there were uploads, in one tiny item a day: the index by day can only be asked for a day
/// that is known. A marker is written before the first job of its day, and stays.
/// </summary>
/// <remarks>
/// The markers lie under the partition key <c>days</c>, which may be a video's too: their sort keys differ from those
/// of jobs and chunks.
/// </remarks>
internal sealed class DayMarkers(IAmazonDynamoDB client, string table)
{
    private const string Partition = "days";
    private const string SortKeyPrefix = "day#";

    private readonly ConcurrentDictionary<string, bool> _written = new(StringComparer.Ordinal);

    /// <summary>Makes sure that the day is known. Costs a write once a process and day.</summary>
    public async Task EnsureAsync(string day, CancellationToken cancellationToken)
    {
        if (_written.ContainsKey(day))
        {
            return;
        }

        var request = new PutItemRequest
        {
            TableName = table,
            Item = new()
            {
                [Attributes.PartitionKey] = AttributeValues.Text(Partition),
                [Attributes.SortKey] = AttributeValues.Text(SortKeyPrefix + day),
            },
        };
        await client.PutItemAsync(request, cancellationToken);
        _written[day] = true;
    }

    /// <summary>The days, newest first.</summary>
    /// <param name="newest">Leave out what came after this day; null for none.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public IAsyncEnumerable<string> ReadAsync(string? newest, CancellationToken cancellationToken)
    {
        var query = new QueryRequest
        {
            TableName = table,
            ScanIndexForward = false,
            KeyConditionExpression =
                $"{Attributes.PartitionKey} = :days AND {Attributes.SortKey} BETWEEN :oldest AND :newest",
            ExpressionAttributeValues = new()
            {
                [":days"] = AttributeValues.Text(Partition),
                [":oldest"] = AttributeValues.Text(SortKeyPrefix),

                // A colon follows the digits, so this is after every day.
                [":newest"] = AttributeValues.Text(SortKeyPrefix + (newest ?? ":")),
            },
        };
        return client.QueryAllAsync(query, cancellationToken)
            .Select(item => item.GetText(Attributes.SortKey)[SortKeyPrefix.Length..]);
    }
}
