namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>
/// Nothing that fails is lost: it is tried again, kept, announced, and can be sent back by one command.
/// </summary>
public sealed class DeadLetterTests
{
    private static readonly Stack Stack = Stack.Current;

    public static TheoryData<string> WorkQueues =>
        [.. Stack.OfType("AWS::SQS::Queue")
            .Where(queue => queue["RedrivePolicy"] is not null).Select(queue => queue.Name)];

    public static TheoryData<string> DeadLetterQueues => [.. WorkQueues.Select(row => DeadLettersOf(row))];

    [Fact]
    public void Every_queue_either_is_read_and_has_dead_letters_or_holds_them()
    {
        var read = Stack.Functions
            .SelectMany(function => function["Events"]?.AsObject().Select(pair => pair.Value!) ?? [])
            .Where(source => source["Type"]!.GetValue<string>() == "SQS")
            .Select(source => Stack.Target(source["Properties"]!["Queue"])!)
            .Concat(Stack.OfType("AWS::Pipes::Pipe").Select(pipe => Stack.Target(pipe["Source"])!));
        var all = Stack.OfType("AWS::SQS::Queue").Select(queue => queue.Name).Order().ToList();

        Assert.Equal(WorkQueues.Select(row => row.Data).Order(), read.Order());
        Assert.Equal(all, WorkQueues.Concat(DeadLetterQueues).Select(row => row.Data).Order());
    }

    [Theory]
    [InlineData("StartAnalysis", "UploadRetries")]
    [InlineData("CollectResults", "CompletionRetries")]
    public void What_a_function_fails_on_again_and_again_goes_to_a_queue_to_be_retried(string function, string queue)
    {
        Assert.Equal(queue, Stack.Target(Stack[function]["DeadLetterQueue", "TargetArn"]));
        Assert.Equal(2, Stack[function]["EventInvokeConfig", "MaximumRetryAttempts"]!.GetValue<int>());
    }

    [Fact]
    public void What_sns_cannot_deliver_goes_to_a_queue_that_lets_it_in()
    {
        var subscription = Stack["CollectResults"]["Events", "Completed", "Properties"]!;
        var welcome = PolicyStatement.Of(Stack["CompletionRetriesPolicy"]).Single(statement => statement.Allows);

        Assert.Equal("CompletionRetries", Stack.Target(subscription["RedrivePolicy"]!["deadLetterTargetArn"]));
        Assert.Equal(["sqs:SendMessage CompletionRetries"], welcome.Pairs);
        Assert.Equal("sns.amazonaws.com", welcome.Definition["Principal"]!["Service"]!.GetValue<string>());
        Assert.Equal("CompletionTopic", Stack.Target(welcome.Condition!["ArnEquals"]!["aws:SourceArn"]));
    }

    [Theory]
    [MemberData(nameof(WorkQueues))]
    public void A_message_is_given_several_chances(string queue) => // Five is the least that Lambda's guide asks for.
        Assert.True(Stack[queue]["RedrivePolicy", "maxReceiveCount"]!.GetValue<int>() >= 5);

    [Theory]
    [MemberData(nameof(DeadLetterQueues))]
    public void A_dead_letter_raises_an_alarm(string queue)
    {
        var alarm = Stack.OfType("AWS::CloudWatch::Alarm").Single(alarm =>
            Stack.Target(alarm["Dimensions"]?[0]?["Value"]) == queue);

        Assert.Equal("ApproximateNumberOfMessagesVisible", alarm["MetricName"]!.GetValue<string>());
        Assert.Equal("GreaterThanThreshold", alarm["ComparisonOperator"]!.GetValue<string>());
        Assert.Equal(0, alarm["Threshold"]!.GetValue<int>());
    }

    [Theory]
    [MemberData(nameof(DeadLetterQueues))]
    public void A_command_in_the_outputs_redrives_it(string queue)
    {
        var command = $"aws sqs start-message-move-task --source-arn ${{{queue}.Arn}}";
        var outputs = Stack.Template["Outputs"]!
            .AsObject().Where(pair => pair.Key.StartsWith("Redrive", StringComparison.Ordinal));

        Assert.Single(outputs, output => output.Value!["Value"]!["Fn::Sub"]!.GetValue<string>() == command);
    }

    [Fact]
    public void Every_alarm_goes_to_whoever_wants_the_alarms() =>
        Assert.All(Stack.OfType("AWS::CloudWatch::Alarm"), alarm =>
        {
            Assert.Equal("SendAlarms", alarm["AlarmActions", "Fn::If"]![0]!.GetValue<string>());
            Assert.Equal("AlarmTopic", Stack.Target(alarm["AlarmActions", "Fn::If"]![1]![0]));
        });

    private static string DeadLettersOf(string queue) =>
        Stack.Target(Stack[queue]["RedrivePolicy", "deadLetterTargetArn"])!;
}
