using VideoAnalysis.Testing;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>
/// What each function may do is what its code calls and what the template has it do: on the right resource, and no
/// more.
/// </summary>
[Slow]
public sealed class PermissionTests
{
    private static readonly Stack Stack = Stack.Current;

    public static TheoryData<string> Functions => [.. Stack.Functions.Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_may_do_what_it_needs_and_nothing_else(string name)
    {
        var needed = NeededPermissions.Of(Stack[name]);
        var statements = PolicyStatement.Of(RoleOf(name)).ToList();

        Assert.All(AnalysisSet.Possible, set =>
        {
            var neededWithThese =
                needed.Where(permission => permission.Analysis is null || set.Names.Contains(permission.Analysis));
            var granted = statements.SelectMany(statement => statement.PairsWhere(set.Conditions.Hold));

            Assert.Equal(neededWithThese.Select(permission => permission.Pair).Distinct().Order(), granted.Order());
        });
    }

    /// <summary>What <c>build/permissions.sh</c> prints.</summary>
    [Fact]
    public void What_each_function_may_do_is_written_down_beside_what_needs_it()
    {
        var rows = Stack.Functions.SelectMany(
            NeededPermissions.Of, (function, permission) =>
                (function.Name, permission.Action, permission.Resource, permission.Because)).ToList();
        var folder = Directory.CreateDirectory(RepositoryFile.Path("artifacts"));

        File.WriteAllLines(
            Path.Combine(folder.FullName, "permissions.txt"),
            rows.Distinct().Select(row => $"{row.Name,-19} {row.Action,-31} {row.Resource,-39} {row.Because}"));

        Assert.Contains(("StartAnalysis", "rekognition:StartFaceDetection", "*",
            "Rekognition.StartFaceDetection in FaceDetectionCalls.StartAsync"), rows);
        Assert.Contains(("Reconcile", "dynamodb:Query", "${ResultsTable.Arn}/index/unfinished",
            "DynamoDB.Query in Queries.QueryAllAsync"), rows);
        Assert.Contains(
            ("GetVideo", "s3:GetObject", "s3:::${Bucket}/*", "S3.GetPreSignedURL in VideoBucket.FindAsync"), rows);
        Assert.Contains(("StartQueued", "sqs:ReceiveMessage", "UploadRetries", "Events.UploadRetries"), rows);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_has_a_role_of_its_own_that_only_lambda_takes_on(string name)
    {
        var role = RoleOf(name);
        var trust = role["AssumeRolePolicyDocument", "Statement"]!.AsArray().Single()!;

        Assert.Single(Stack.Functions, function => Stack.Target(function["Role"]) == role.Name);
        Assert.Equal("lambda.amazonaws.com", trust["Principal"]!["Service"]!.GetValue<string>());
        Assert.All( // None of SAM's, which are made for "*".
            Stack.Many(role["ManagedPolicyArns"]),
            policy => Assert.Equal("AWS::IAM::ManagedPolicy", Stack[Stack.Target(policy)!].Type));
        Assert.Null(Stack[name]["Policies"]);
    }

    [Fact]
    public void Nothing_is_granted_on_everything_except_what_has_no_arn()
    {
        string[] withoutArn = ["rekognition:", "xray:"];

        var wide = Stack.Resources.SelectMany(PolicyStatement.Of)
            .Where(statement => statement.Allows && statement.Resources.Any(resource => resource is "*" or ""))
            .SelectMany(statement => statement.Actions);

        Assert.All(wide, action =>
            Assert.Contains(withoutArn, prefix => action.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_action_is_granted_by_a_wildcard() => Assert.All(
        Stack.Resources.SelectMany(PolicyStatement.Of).Where(statement => statement.Allows),
        statement => Assert.DoesNotContain(
            statement.Actions, action => action.Contains('*', StringComparison.Ordinal)));

    [Fact]
    public void The_role_for_rekognition_is_passed_to_rekognition_only()
    {
        var passing = Stack.Resources.SelectMany(PolicyStatement.Of)
            .Where(statement => statement.Actions.Contains("iam:PassRole"));

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
        Assert.Equal("AWS::AccountId", Stack.Target(trust["Condition"]!["StringEqualsIfExists"]!["aws:SourceAccount"]));
        Assert.Equal(["sns:Publish CompletionTopic"], PolicyStatement.Of(role)
            .SelectMany(statement => statement.Pairs));
    }

    [Fact]
    public void Whoever_invokes_a_function_is_named()
    {
        var permissions = Stack.OfType("AWS::Lambda::Permission");

        Assert.Equal(12, permissions.Count);
        Assert.All(permissions, permission => Assert.NotNull(permission["SourceArn"]));
        Assert.All(
            permissions.Where(permission => permission["Principal"]!.GetValue<string>() == "s3.amazonaws.com"),
            permission => Assert.Equal("AWS::AccountId", Stack.Target(permission["SourceAccount"])));
    }

    [Theory]
    [InlineData("ReadResultsPolicy", "GET/results", "GET/results/*", "GET/appearances/*", "GET/timeline/*",
        "GET/openapi.yaml", "GET/", "GET/page/*")]
    [InlineData("PlayVideosPolicy", "GET/videos/*")]
    [InlineData("UploadVideosPolicy", "POST/uploads", "POST/uploads/*")]
    [InlineData("DeleteResultsPolicy", "DELETE/results/*")]
    [InlineData("StartAnalysesPolicy", "POST/analyses/*")]
    [InlineData("ManagePersonsPolicy", "GET/persons", "POST/persons/*", "DELETE/persons/*")]
    public void Reading_playing_uploading_deleting_and_analysing_are_handed_out_apart(
        string policy, params string[] routes) => Assert.Equal(
            routes
                .SelectMany(route =>
                    route.StartsWith("GET/", StringComparison.Ordinal) ? [route, $"HEAD{route[3..]}"] : new[] { route })
                .Select(route => $"execute-api:Invoke execute-api:${{ResultsApi}}/$default/{route}"),
            PolicyStatement.Of(Stack[policy])
                .SelectMany(statement => statement.Pairs)
                .Where(pair => pair.StartsWith("execute-api:", StringComparison.Ordinal)));

    private static Resource RoleOf(string function) => Stack[Stack.Target(Stack[function]["Role"])!];
}
