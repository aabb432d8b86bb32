namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>
/// What each function may do, spelled out a second time: whoever widens a role has to say so here too.
/// </summary>
public sealed class PermissionTests
{
    private const string Jobs = "rekognition:StartFaceDetection *";
    private const string Results = "rekognition:GetFaceDetection *";
    private const string PassRole = "iam:PassRole RekognitionRole";
    private static readonly Stack Stack = Stack.Current;

    private static readonly string[] ReadVideos =
        ["s3:GetObject s3:::${Bucket}/*", "s3:GetObjectVersion s3:::${Bucket}/*"];

    private static readonly string[] ReadAndWriteResults =
    [
        "dynamodb:GetItem ResultsTable", "dynamodb:PutItem ResultsTable",
        "dynamodb:Query ResultsTable", "dynamodb:BatchWriteItem ResultsTable",
    ];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["StartAnalysis"] =
            [.. ReadAndWriteResults, .. ReadVideos, Jobs, PassRole, .. SendTo("Backlog", "UploadRetries")],
        ["StartQueued"] =
            [.. ReadAndWriteResults, .. ReadVideos, Jobs, PassRole, .. SendTo("Backlog"), .. ReadFrom("Backlog", "UploadRetries")],
        ["CollectResults"] =
            [.. ReadAndWriteResults, Results, .. SendTo("Continuations", "CompletionRetries")],
        ["ContinueCollection"] =
            [.. ReadAndWriteResults, Results, .. SendTo("Continuations"), .. ReadFrom("Continuations", "CompletionRetries")],
        ["Reconcile"] =
        [
            .. ReadAndWriteResults, "dynamodb:Query ${ResultsTable.Arn}/index/unfinished",
            .. ReadVideos, Jobs, Results, PassRole, .. SendTo("Backlog", "Continuations"),
        ],
        ["Backfill"] =
            ["dynamodb:GetItem ResultsTable", "s3:ListBucket s3:::${Bucket}", .. SendTo("Backlog")],
        ["GetResults"] =
        [
            "dynamodb:GetItem ResultsTable", "dynamodb:Query ResultsTable",
            "dynamodb:Query ${ResultsTable.Arn}/index/uploads",
        ],
        ["DeleteResults"] = ReadAndWriteResults,
        ["GetVideo"] = ["s3:GetObject s3:::${Bucket}/*"],
        ["GetPage"] = [],
        ["Upload"] = ["s3:PutObject s3:::${Bucket}/*", "s3:AbortMultipartUpload s3:::${Bucket}/*"],
    };

    public static TheoryData<string> Functions => [.. Stack.Functions.Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_may_do_what_it_needs_and_nothing_else(string name)
    {
        string[] itself =
        [
            $"logs:CreateLogStream {name}Logs", $"logs:PutLogEvents {name}Logs",
            "xray:PutTraceSegments *", "xray:PutTelemetryRecords *",
        ];

        var granted = PolicyStatement.Of(RoleOf(name)).SelectMany(statement => statement.Pairs);

        Assert.Equal([.. Allowed[name].Concat(itself).Order()], granted.Order());
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_has_a_role_of_its_own_that_only_lambda_takes_on(string name)
    {
        var role = RoleOf(name);
        var trust = role["AssumeRolePolicyDocument", "Statement"]!.AsArray().Single()!;

        Assert.Single(Stack.Functions, function => Stack.Target(function["Role"]) == role.Name);
        Assert.Equal("lambda.amazonaws.com", trust["Principal"]!["Service"]!.GetValue<string>());
        Assert.Null(role["ManagedPolicyArns"]); // Nor any of SAM's, which are made for "*".
        Assert.Null(Stack[name]["Policies"]);
    }

    [Fact]
    public void Nothing_is_granted_on_everything_except_what_has_no_arn()
    {
        string[] withoutArn = ["rekognition:", "xray:"];

        var wide = Stack.Resources.SelectMany(PolicyStatement.Of)
            .Where(statement => statement.Allows && statement.Resources.Any(resource => resource is "*" or ""))
            .SelectMany(statement => statement.Actions);

        Assert.All(wide, action => Assert.Contains(withoutArn, prefix => action.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_action_is_granted_by_a_wildcard() => Assert.All(
        Stack.Resources.SelectMany(PolicyStatement.Of).Where(statement => statement.Allows),
        statement => Assert.DoesNotContain(statement.Actions, action => action.Contains('*', StringComparison.Ordinal)));

    [Fact]
    public void The_role_for_rekognition_is_passed_to_rekognition_only()
    {
        var passing = Stack.Resources.SelectMany(PolicyStatement.Of).Where(s => s.Actions.Contains("iam:PassRole")).ToList();

        Assert.Equal(3, passing.Count);
        Assert.All(passing, statement => Assert.Equal(
            "rekognition.amazonaws.com",
            statement.Condition!["StringEquals"]!["iam:PassedToService"]!.GetValue<string>()));
    }

    [Fact]
    public void Rekognition_publishes_for_this_account_to_this_topic_and_does_nothing_else()
    {
        var role = Stack["RekognitionRole"];
        var trust = role["AssumeRolePolicyDocument", "Statement"]!.AsArray().Single()!;

        Assert.Equal("rekognition.amazonaws.com", trust["Principal"]!["Service"]!.GetValue<string>());
        Assert.Equal("AWS::AccountId", Stack.Target(trust["Condition"]!["StringEquals"]!["aws:SourceAccount"]));
        Assert.Equal(["sns:Publish CompletionTopic"], PolicyStatement.Of(role).SelectMany(statement => statement.Pairs));
    }

    [Fact]
    public void Whoever_invokes_a_function_is_named()
    {
        var permissions = Stack.OfType("AWS::Lambda::Permission");

        Assert.Equal(8, permissions.Count);
        Assert.All(permissions, permission => Assert.NotNull(permission["SourceArn"]));
        Assert.All(
            permissions.Where(permission => permission["Principal"]!.GetValue<string>() == "s3.amazonaws.com"),
            permission => Assert.Equal("AWS::AccountId", Stack.Target(permission["SourceAccount"])));
    }

    [Theory]
    [InlineData("ReadResultsPolicy", "GET/results", "GET/results/*", "GET/openapi.yaml", "GET/", "GET/page/*")]
    [InlineData("PlayVideosPolicy", "GET/videos", "GET/videos/*")]
    [InlineData("UploadVideosPolicy", "POST/uploads", "POST/uploads/*")]
    [InlineData("DeleteResultsPolicy", "DELETE/results", "DELETE/results/*")]
    public void Reading_playing_uploading_and_deleting_are_handed_out_apart(string policy, params string[] routes) => Assert.Equal(
        routes.Select(route => $"execute-api:Invoke execute-api:${{ResultsApi}}/$default/{route}"),
        PolicyStatement.Of(Stack[policy])
            .SelectMany(statement => statement.Pairs)
            .Where(pair => pair.StartsWith("execute-api:", StringComparison.Ordinal)));

    private static Resource RoleOf(string function) => Stack[Stack.Target(Stack[function]["Role"])!];

    private static IEnumerable<string> SendTo(params string[] queues) => queues.Select(queue => $"sqs:SendMessage {queue}");

    private static IEnumerable<string> ReadFrom(params string[] queues) => queues.SelectMany(queue => new[]
    {
        $"sqs:ReceiveMessage {queue}", $"sqs:DeleteMessage {queue}", $"sqs:GetQueueAttributes {queue}",
    });
}
