using Amazon.DynamoDBv2;
using VideoAnalysis.Functions.DynamoDb;
using VideoAnalysis.Testing.DynamoDb;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Functions.Tests.DynamoDb;

[Slow]
public sealed class DynamoDbTableTests(DynamoDbLocal server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_table_is_made_with_its_indexes_and_its_expiry()
    {
        using var table = await TestTable.CreateAsync(server, Token);

        var description = (await table.Client.DescribeTableAsync(table.Name, Token)).Table;
        var expiry = await table.Client.DescribeTimeToLiveAsync(table.Name, Token);

        var indexes = description.GlobalSecondaryIndexes;
        Assert.Equal(["unfinished", "uploads"], indexes.Select(index => index.IndexName).Order());
        Assert.All(indexes, index => Assert.Equal(ProjectionType.ALL, index.Projection.ProjectionType));
        Assert.Equal("expiresAt", expiry.TimeToLiveDescription.AttributeName);
    }

    [Fact]
    public async Task Making_it_again_or_at_the_same_time_does_no_harm()
    {
        using var table = await TestTable.CreateAsync(server, Token);
        var name = $"results-{Guid.NewGuid():N}";

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            DynamoDbTable.EnsureCreatedAsync(table.Client, name, cancellationToken: Token), Token)));
        await DynamoDbTable.EnsureCreatedAsync(table.Client, name, cancellationToken: Token);

        var description = (await table.Client.DescribeTableAsync(name, Token)).Table;
        Assert.Equal(TableStatus.ACTIVE, description.TableStatus);
    }
}
