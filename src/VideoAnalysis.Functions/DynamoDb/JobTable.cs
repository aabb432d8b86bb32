using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>The jobs in the table, and the indexes of them.</summary>
internal sealed class JobTable(
    IAmazonDynamoDB client, string table, AnalysisRegistry analyses, TimeProvider time, ILogger logger)
{
    /// <summary>The first page of the list is about what a page of the API shows.</summary>
    private const int FirstPageSize = 64;

    private const string IsThisRevision =
        $"{Attributes.Revision} = :revision AND " +
        $"(attribute_not_exists({Attributes.ExpiresAt}) OR {Attributes.ExpiresAt} > :now)";

    private const string IsNotThere =
        $"attribute_not_exists({Attributes.PartitionKey}) OR {Attributes.ExpiresAt} <= :now";

    private readonly DayMarkers _days = new(client, table);

    public async Task<AnalysisJob?> FindAsync(string key, string analysis, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest
        {
            TableName = table,
            Key = JobItem.KeyOf(key, analysis),
            ConsistentRead = true,
        };
        var answer = await client.GetItemAsync(request, cancellationToken);
        return answer.Item is { Count: > 0 } item && item.IsLiveAt(time.GetUtcNow())
            ? JobItem.Read(item, analyses)
            : null;
    }

    public async Task<IReadOnlyList<AnalysisJob>> FindAllAsync(string key, CancellationToken cancellationToken)
    {
        var query = new QueryRequest
        {
            TableName = table,
            ConsistentRead = true,
            KeyConditionExpression = $"{Attributes.PartitionKey} = :key AND begins_with({Attributes.SortKey}, :jobs)",
            ExpressionAttributeValues = new()
            {
                [":key"] = AttributeValues.Text(key),
                [":jobs"] = AttributeValues.Text(JobItem.SortKeyPrefix),
            },
        };
        var jobs = new List<AnalysisJob>();
        await foreach (var item in client.QueryAllAsync(query, cancellationToken))
        {
            if (item.IsLiveAt(time.GetUtcNow()))
            {
                jobs.Add(JobItem.Read(item, analyses));
            }
        }

        return jobs;
    }

    public async Task<AnalysisJob?> TrySaveAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var saved = job with { Revision = job.Revision + 1 };
        var item = JobItem.Of(saved, analyses.Find(job.Analysis));

        // Before the job: a marker too many does no harm, a day without one would be missing from the list.
        if (item.FindText(Attributes.UploadDay) is { } day)
        {
            await _days.EnsureAsync(day, cancellationToken);
        }

        var request = new PutItemRequest
        {
            TableName = table,
            Item = item,
            ConditionExpression = job.Revision == 0 ? IsNotThere : IsThisRevision,
            ExpressionAttributeValues = new()
            {
                [":now"] = AttributeValues.Number(time.GetUtcNow().ToUnixTimeSeconds()),
            },
        };
        if (job.Revision != 0)
        {
            request.ExpressionAttributeValues[":revision"] = AttributeValues.Number(job.Revision);
        }

        try
        {
            await client.PutItemAsync(request, cancellationToken);
            return saved;
        }
        catch (ConditionalCheckFailedException)
        {
            // Also when the SDK repeated a write that had arrived: the caller reads, and sees its own.
            return null;
        }
    }

    public async IAsyncEnumerable<AnalysisJob> ListAsync(
        ListPosition? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var afterDay = after is null ? null : UploadOrder.DayOf(after);
        await foreach (var day in _days.ReadAsync(afterDay, cancellationToken))
        {
            var query = Query(DynamoDbTable.UploadsIndex, $"{Attributes.UploadDay} = :day");
            query.ScanIndexForward = false;
            query.Limit = FirstPageSize;
            query.ExpressionAttributeValues = new() { [":day"] = AttributeValues.Text(day) };
            if (after is not null && day == afterDay)
            {
                query.KeyConditionExpression += $" AND {Attributes.UploadSort} < :after";
                query.ExpressionAttributeValues[":after"] = AttributeValues.Text(UploadOrder.SortKeyOf(after));
            }

            await foreach (var job in ReadAsync(query, cancellationToken))
            {
                yield return job;
            }
        }
    }

    public IAsyncEnumerable<AnalysisJob> FindDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var query = Query(
            DynamoDbTable.UnfinishedIndex, $"{Attributes.Unfinished} = :job AND {Attributes.DueAt} <= :now");
        query.ExpressionAttributeValues = new()
        {
            [":job"] = AttributeValues.Text("job"),
            [":now"] = AttributeValues.Number(now.ToUnixTimeMilliseconds()),
        };
        return ReadAsync(query, cancellationToken);
    }

    private QueryRequest Query(string index, string condition) =>
        new() { TableName = table, IndexName = index, KeyConditionExpression = condition };

    private async IAsyncEnumerable<AnalysisJob> ReadAsync(
        QueryRequest query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in client.QueryAllAsync(query, cancellationToken))
        {
            if (item.IsLiveAt(time.GetUtcNow()) && TryRead(item) is { } job)
            {
                yield return job;
            }
        }
    }

    private AnalysisJob? TryRead(Dictionary<string, AttributeValue> item)
    {
        try
        {
            return JobItem.Read(item, analyses);
        }
        catch (Exception exception)
        {
            // The boundary between items: one that this version cannot read (a later one wrote it, or a person) must
            // not hide all others from the list and from Reconcile. Whoever asks for it by its key is told.
            logger.ItemUnreadable(
                exception, item.FindText(Attributes.PartitionKey), item.FindText(Attributes.SortKey));
            return null;
        }
    }
}
