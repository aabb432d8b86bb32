namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>
/// What a function needs to be allowed: by the calls to AWS that its code can come to, and by what the template has
/// Lambda do in the function's name.
/// </summary>
internal static class NeededPermissions
{
    private const string Bucket = "s3:::${Bucket}";
    private const string Collection = "rekognition:${AWS::Region}:${AWS::AccountId}:collection/${Collection}";
    private const string Videos = $"{Bucket}/*";

    public static IReadOnlyList<Permission> Of(Resource function)
    {
        var code = new ReachableCode(function.Name);
        var byCode = code.Calls.SelectMany(call => Of(function, call, code.QueriedIndexes)
            .Select(pair => new Permission(
                pair.Action, pair.Resource, $"{call.Service}.{call.Operation} in {call.Type}.{call.Method}")
                {
                    Analysis = pair.Action.StartsWith(
                        "rekognition:", StringComparison.Ordinal) ? AnalysisSet.NameOf(call.Type) : null,
                }));
        return [.. byCode.Concat(ByTemplate(function))];
    }

    private static IEnumerable<(string Action, string Resource)> Of(
        Resource function, SdkCall call, IReadOnlyList<string> indexes) => (call.Service, call.Operation) switch
    {
        ("DynamoDB", "Query") => indexes.Select(index => (
            "dynamodb:Query",
            index.Length == 0 ? Named(function, "TABLE_NAME")
                : $"${{{Named(function, "TABLE_NAME")}.Arn}}/index/{index}")),
        ("DynamoDB", var operation) => [($"dynamodb:{operation}", Named(function, "TABLE_NAME"))],

        // Rekognition reads the video with its caller's rights, and publishes with the role that the caller passes to
        // it.
        ("Rekognition", ['S', 't', 'a', 'r', 't', ..] start) =>
        [
            ($"rekognition:{start}", start == "StartFaceSearch" ? Collection : "*"),
            ("iam:PassRole", Named(function, "NOTIFICATION_ROLE_ARN")),
            ("s3:GetObject", Videos),
            ("s3:GetObjectVersion", Videos),
        ],
        ("Rekognition", "DescribeCollection" or "IndexFaces" or "ListFaces" or "DeleteFaces") =>
            [($"rekognition:{call.Operation}", Collection)],
        ("Rekognition", var operation) => [($"rekognition:{operation}", "*")],
        ("SQS", "SendMessage") => [("sqs:SendMessage", Named(function, call.Type switch
        {
            nameof(Sqs.SqsBacklog) => "BACKLOG_QUEUE_URL",
            nameof(Sqs.SqsAnnouncements) => "ANNOUNCEMENT_QUEUE_URL",
            nameof(Sqs.SqsContinuation) => "CONTINUATION_QUEUE_URL",
            _ => throw Unknown(call),
        }))],
        ("S3", "ListObjectsV2") => [("s3:ListBucket", Bucket)],
        ("S3", "GetObjectMetadata") => [("s3:GetObject", Videos)],
        ("S3", "InitiateMultipartUpload" or "CompleteMultipartUpload") => [("s3:PutObject", Videos)],
        ("S3", "AbortMultipartUpload") => [("s3:AbortMultipartUpload", Videos)],

        // An address can do what its signer can.
        ("S3", "GetPreSignedURL") => [(call.Method switch
        {
            nameof(Media.VideoBucket.FindAsync) => "s3:GetObject",
            nameof(Media.VideoBucket.SignPartsAsync) => "s3:PutObject",
            _ => throw Unknown(call),
        }, Videos)],
        _ => throw Unknown(call),
    };

    private static IEnumerable<Permission> ByTemplate(Resource function)
    {
        var logs = Stack.Target(function["LoggingConfig", "LogGroup"])!;
        yield return new("logs:CreateLogStream", logs, "LoggingConfig");
        yield return new("logs:PutLogEvents", logs, "LoggingConfig");
        if (Stack.Current.FunctionDefaults["Tracing"]!.GetValue<string>() == "Active")
        {
            yield return new("xray:PutTraceSegments", "*", "Tracing");
            yield return new("xray:PutTelemetryRecords", "*", "Tracing");
        }

        if (Stack.Target(function["DeadLetterQueue", "TargetArn"]) is { } deadLetters)
        {
            yield return new("sqs:SendMessage", deadLetters, "DeadLetterQueue");
        }

        var queues = (function["Events"]?.AsObject() ?? [])
            .Where(source => source.Value!["Type"]!.GetValue<string>() == "SQS");
        foreach (var (name, source) in queues)
        {
            foreach (var action in new[] { "ReceiveMessage", "DeleteMessage", "GetQueueAttributes" })
            {
                yield return new($"sqs:{action}", Stack.Target(source!["Properties"]!["Queue"])!, $"Events.{name}");
            }
        }
    }

    /// <summary>The resource that the template names in a setting of the function.</summary>
    private static string Named(Resource function, string setting) =>
        Stack.Target(function["Environment", "Variables", setting])
        ?? throw new InvalidOperationException($"{function.Name} calls what {setting} names, and is not given that.");

    private static NotSupportedException Unknown(SdkCall call) =>
        new($"{call} is new: say here what it has to be allowed.");
}
