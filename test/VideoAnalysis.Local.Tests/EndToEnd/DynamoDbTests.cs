using Amazon.DynamoDBv2;
using Amazon.Runtime;
using VideoAnalysis.Local.Hosting;
using VideoAnalysis.LocalAws;
using VideoAnalysis.Testing.DynamoDb;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.EndToEnd;

[Slow]
public sealed class DynamoDbTests(DynamoDbLocal server)
{
    [Fact(Timeout = 300_000)]
    public async Task Results_go_to_the_DynamoDB_that_is_named_through_the_deployed_adapter()
    {
        var endpoint = await server.GetEndpointAsync(TestContext.Current.CancellationToken);
        await using var stack =
            await StackHarness.StartedAsync(configure: options => options with { DynamoDb = endpoint });
        await stack.PutAsync("a b.mp4");

        var result = await stack.ResultAsync("a b.mp4");

        Assert.Equal(4, result.GetProperty("detections").GetArrayLength());
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1" });
        var items = await client.ScanAsync(
            new() { TableName = LocalNames.Table }, TestContext.Current.CancellationToken);
        Assert.Contains(items.Items, item => item["pk"].S == "a b.mp4" && item["sk"].S == "job#faces");
        Assert.Contains(items.Items, item => item["sk"].S.StartsWith("data#faces#", StringComparison.Ordinal));
    }

    [Fact(Timeout = 300_000)]
    public async Task A_DynamoDB_that_is_not_there_is_named_with_the_variable_that_names_it()
    {
        var error = await Assert.ThrowsAsync<LocalStackException>(() => StackHarness.StartedAsync(
            configure: options => options with { DynamoDb = new Uri("http://127.0.0.1:9") }));

        Assert.Contains("AWS_ENDPOINT_URL_DYNAMODB", error.Message, StringComparison.Ordinal);
    }
}
