using System.Text.Json.Nodes;
using VideoAnalysis.Functions.DynamoDb;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>Where data rests and travels: private, encrypted, and not lost with the stack.</summary>
public sealed class DataTests
{
    private static readonly Stack Stack = Stack.Current;
    private static readonly Resource Bucket = Stack["VideoBucket"];
    private static readonly Resource Table = Stack["ResultsTable"];

    public static TheoryData<string> Queues => [.. Stack.OfType("AWS::SQS::Queue").Select(queue => queue.Name)];

    [Fact]
    public void The_bucket_is_private_and_encrypted()
    {
        string[] blocks = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

        Assert.All(blocks, block => Assert.True(Bucket["PublicAccessBlockConfiguration", block]!.GetValue<bool>()));
        Assert.Equal("BucketOwnerEnforced", Bucket["OwnershipControls", "Rules"]![0]!["ObjectOwnership"]!
            .GetValue<string>());
        Assert.NotNull(
            Bucket["BucketEncryption", "ServerSideEncryptionConfiguration"]![0]!["ServerSideEncryptionByDefault"]);
    }

    [Fact]
    public void Parts_of_abandoned_uploads_do_not_stay()
    {
        var rule = Bucket["LifecycleConfiguration", "Rules"]!.AsArray().Single()!;

        Assert.Equal("Enabled", rule["Status"]!.GetValue<string>());
        Assert.InRange(rule["AbortIncompleteMultipartUpload"]!["DaysAfterInitiation"]!.GetValue<int>(), 1, 7);
        Assert.Null(rule["ExpirationInDays"]); // The videos themselves are their owner's to remove.
    }

    [Fact]
    public void Every_created_object_is_announced_to_the_starter()
    {
        var notification = Bucket["NotificationConfiguration", "LambdaConfigurations"]!.AsArray().Single()!;

        Assert.Equal("s3:ObjectCreated:*", notification["Event"]!.GetValue<string>());
        Assert.Equal("StartAnalysis", Stack.Target(notification["Function"]));
        Assert.Null(notification["Filter"]); // Suffix filters compare case.
    }

    [Fact]
    // Else it could not be created: it needs StartAnalysis first.
    public void Nothing_but_the_bucket_itself_names_the_bucket()
    {
        var others = Stack.Resources.Where(resource => resource.Name is not ("VideoBucket" or "VideoBucketPolicy"));

        Assert.All(others, resource =>
            Assert.DoesNotContain("\"VideoBucket\"", resource.Definition.ToJsonString(), StringComparison.Ordinal));
        Assert.All(others, resource =>
            Assert.DoesNotContain("${VideoBucket", resource.Definition.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_is_encrypted_recoverable_and_paid_by_use()
    {
        Assert.Equal("PAY_PER_REQUEST", Table["BillingMode"]!.GetValue<string>());
        Assert.True(Table["SSESpecification", "SSEEnabled"]!.GetValue<bool>());
        Assert.True(Table["PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"]!.GetValue<bool>());
        Assert.Equal(Attributes.ExpiresAt, Table["TimeToLiveSpecification", "AttributeName"]!.GetValue<string>());
        Assert.True(Table["TimeToLiveSpecification", "Enabled"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(Attributes.PartitionKey, Attributes.SortKey)]
    [InlineData(Attributes.Unfinished, Attributes.DueAt)]
    [InlineData(Attributes.UploadDay, Attributes.UploadSort)]
    public void The_table_has_the_keys_that_the_store_uses(string hash, string range)
    {
        var keys = Stack.Many(Table["GlobalSecondaryIndexes"])
            .Select(index => index!["KeySchema"]).Append(Table["KeySchema"]);

        Assert.Contains(keys, key => KeyNames(key!).SequenceEqual([hash, range]));
    }

    [Fact]
    public void What_holds_data_outlives_the_stack() => Assert.All(new[] { Bucket, Table }, resource =>
    {
        Assert.Equal("RetainExceptOnCreate", resource.DeletionPolicy);
        Assert.Equal("Retain", resource.UpdateReplacePolicy);
    });

    [Theory]
    [MemberData(nameof(Queues))]
    public void A_queue_is_encrypted_and_keeps_a_message_as_long_as_there_is(string name)
    {
        Assert.True(Stack[name]["SqsManagedSseEnabled"]!.GetValue<bool>());
        Assert.Equal((int)TimeSpan.FromDays(14).TotalSeconds, Stack[name]["MessageRetentionPeriod"]!.GetValue<int>());
    }

    [Fact]
    public void Completion_messages_rest_encrypted() =>
        Assert.Equal("alias/aws/sns", Stack["CompletionTopic"]["KmsMasterKeyId"]!.GetValue<string>());

    [Fact]
    public void Everything_that_takes_messages_or_objects_wants_tls()
    {
        string[] types = ["AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::SNS::Topic"];

        var covered = Stack.Resources.SelectMany(PolicyStatement.Of).Where(IsTlsOnly).SelectMany(CoveredBy);

        Assert.Equal(
            [.. types.SelectMany(Stack.OfType).Select(resource => resource.Name).Order()], covered.Order());
    }

    private static IEnumerable<string> KeyNames(JsonNode schema) =>
        schema.AsArray().Select(key => key!["AttributeName"]!.GetValue<string>());

    private static bool IsTlsOnly(PolicyStatement statement) =>
        !statement.Allows &&
        statement.Definition["Principal"]!.GetValue<string>() == "*" &&
        statement.Actions.Single() is "s3:*" or "sqs:*" or "sns:Publish" &&
        statement.Condition!["Bool"]!["aws:SecureTransport"]!.GetValue<string>() == "false";

    private static IEnumerable<string> CoveredBy(PolicyStatement statement)
    {
        var owner = statement.Owner;
        return Stack.Many(owner["Bucket"] ?? owner["Queues"] ?? owner["Topics"]).Select(node => Stack.Target(node)!);
    }
}
