using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace VideoAnalysis.Functions.DynamoDb;

/// <summary>
/// The table: what <c>template.yaml</c> deploys, and what is made where there is no template (the local stack, tests).
/// </summary>
public static class DynamoDbTable
{
    /// <summary>The sparse index of the jobs that somebody has to look after, by the time when.</summary>
    public const string UnfinishedIndex = "unfinished";

    /// <summary>The index of the jobs by day of upload.</summary>
    public const string UploadsIndex = "uploads";

    /// <summary>How long a new table may take to become usable. Amazon's takes about ten seconds.</summary>
    private static readonly TimeSpan CreationTimeout = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Makes the table if there is none of that name, and waits until it can be used.</summary>
    /// <exception cref="TimeoutException">It did not become usable within two minutes.</exception>
    public static async Task EnsureCreatedAsync(
        IAmazonDynamoDB client, string name, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(name);
        time ??= TimeProvider.System;
        if (await StatusAsync(client, name, cancellationToken) is null)
        {
            try
            {
                await client.CreateTableAsync(Definition(name), cancellationToken);
            }
            catch (ResourceInUseException)
            {
                // Somebody else makes it at this moment.
            }
        }

        await WaitUntilActiveAsync(client, name, time, cancellationToken);
        await EnableExpiryAsync(client, name, cancellationToken);
    }

    private static CreateTableRequest Definition(string name) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions =
        [
            new(Attributes.PartitionKey, ScalarAttributeType.S),
            new(Attributes.SortKey, ScalarAttributeType.S),
            new(Attributes.Unfinished, ScalarAttributeType.S),
            new(Attributes.DueAt, ScalarAttributeType.N),
            new(Attributes.UploadDay, ScalarAttributeType.S),
            new(Attributes.UploadSort, ScalarAttributeType.S),
        ],
        KeySchema = Keys(Attributes.PartitionKey, Attributes.SortKey),
        GlobalSecondaryIndexes =
        [
            Index(UnfinishedIndex, Attributes.Unfinished, Attributes.DueAt),
            Index(UploadsIndex, Attributes.UploadDay, Attributes.UploadSort),
        ],
    };

    private static GlobalSecondaryIndex Index(string name, string partitionKey, string sortKey) => new()
    {
        IndexName = name,
        KeySchema = Keys(partitionKey, sortKey),
        Projection = new Projection { ProjectionType = ProjectionType.ALL },
    };

    private static List<KeySchemaElement> Keys(string partitionKey, string sortKey) =>
        [new(partitionKey, KeyType.HASH), new(sortKey, KeyType.RANGE)];

    private static async Task<TableStatus?> StatusAsync(
        IAmazonDynamoDB client, string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.DescribeTableAsync(name, cancellationToken)).Table.TableStatus;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private static async Task WaitUntilActiveAsync(
        IAmazonDynamoDB client, string name, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (await StatusAsync(client, name, cancellationToken) != TableStatus.ACTIVE)
        {
            if (time.GetElapsedTime(start) > CreationTimeout)
            {
                throw new TimeoutException($"The table \"{name}\" did not become usable within {CreationTimeout}.");
            }

            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }

    private static async Task EnableExpiryAsync(
        IAmazonDynamoDB client, string name, CancellationToken cancellationToken)
    {
        var expiry = await client.DescribeTimeToLiveAsync(name, cancellationToken);
        if (expiry.TimeToLiveDescription?.TimeToLiveStatus is { } status && status != TimeToLiveStatus.DISABLED)
        {
            return;
        }

        var request = new UpdateTimeToLiveRequest
        {
            TableName = name,
            TimeToLiveSpecification = new() { AttributeName = Attributes.ExpiresAt, Enabled = true },
        };
        try
        {
            await client.UpdateTimeToLiveAsync(request, cancellationToken);
        }
        catch (AmazonDynamoDBException e) when (e.Message.Contains("already enabled", StringComparison.Ordinal))
        {
            // Somebody else enabled it since we looked.
        }
    }
}
