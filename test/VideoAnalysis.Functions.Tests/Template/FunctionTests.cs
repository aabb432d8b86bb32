using System.Text.RegularExpressions;
using System.Xml.Linq;
using System.Xml.XPath;

namespace VideoAnalysis.Functions.Tests.Template;

public sealed partial class FunctionTests
{
    private static readonly Stack Stack = Stack.Current;

    public static TheoryData<string> Functions => [.. Stack.Functions.Select(function => function.Name)];

    [Fact]
    public void Every_function_is_part_of_the_one_project_that_is_built()
    {
        var codeUri = Stack.FunctionDefaults["CodeUri"]!.GetValue<string>();

        Assert.True(File.Exists(RepositoryFile.Path(codeUri, "VideoAnalysis.Functions.csproj")));
        Assert.All(Stack.Functions, function => Assert.Null(function["CodeUri"]));
    }

    [Fact]
    public void The_runtime_is_that_of_the_project()
    {
        // Amazon.Lambda.Tools, which sam build runs, reads the project file itself and nothing that it imports.
        var file = RepositoryFile.Path("src", "VideoAnalysis.Functions", "VideoAnalysis.Functions.csproj");
        var framework = XDocument.Load(file).XPathSelectElement("//PropertyGroup/TargetFramework");

        Assert.Equal("net10.0", framework?.Value);
        Assert.Equal("dotnet10", Stack.FunctionDefaults["Runtime"]!.GetValue<string>());
    }

    [Fact]
    public void All_functions_run_on_the_processors_of_one_parameter()
    {
        var parameter = Stack.Template["Parameters"]!["Architecture"]!;

        Assert.Equal("Architecture", Stack.Target(Stack.FunctionDefaults["Architectures"]!.AsArray().Single()));
        Assert.All(Stack.Functions, function => Assert.Null(function["Architectures"]));
        Assert.Equal("arm64", parameter["Default"]!.GetValue<string>());
        Assert.Equal(["arm64", "x86_64"], parameter["AllowedValues"]!
            .AsArray().Select(value => value!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_handler_is_the_method_that_the_generator_makes_of_a_function(string name)
    {
        var handler = HandlerString().Match(Stack[name]["Handler"]!.GetValue<string>());

        Assert.True(handler.Success);
        Assert.Equal(name, handler.Groups["method"].Value);
        Assert.Equal(name, handler.Groups["last"].Value);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_is_traced_and_logs_as_json_into_a_group_that_forgets(string name)
    {
        var logs = Stack[Stack.Target(Stack[name]["LoggingConfig", "LogGroup"])!];

        Assert.Equal("Active", Stack.FunctionDefaults["Tracing"]!.GetValue<string>());
        Assert.Equal("JSON", Stack.FunctionDefaults["LoggingConfig"]!["LogFormat"]!.GetValue<string>());
        Assert.Equal("AWS::Logs::LogGroup", logs.Type);
        Assert.Equal("LogRetentionDays", Stack.Target(logs["RetentionInDays"]));
    }

    [Fact]
    public void No_function_reserves_concurrency() => // A new account has none to reserve.
        Assert.All(Stack.Functions, function =>
        {
            Assert.Null(function["ReservedConcurrentExecutions"]);
            Assert.Null(function["ProvisionedConcurrencyConfig"]);
        });

    [Fact]
    public void A_function_behind_the_api_gives_up_before_the_api_does() // After 30 seconds.
    {
        var integrations =
            Stack.OfType("AWS::ApiGatewayV2::Integration").Select(i => Stack.Target(i["IntegrationUri"])!);

        Assert.All(integrations, name => Assert.InRange(Stack[name]["Timeout"]!.GetValue<int>(), 1, 29));
    }

    [Fact]
    public void A_queue_hides_a_message_for_six_times_its_functions_timeout()
    {
        foreach (var function in Stack.Functions)
        {
            var timeout = (function["Timeout"] ?? Stack.FunctionDefaults["Timeout"])!.GetValue<int>();
            foreach (var source in EventsOf(function, "SQS"))
            {
                var queue = Stack[Stack.Target(source["Queue"])!];
                Assert.True(
                    queue["VisibilityTimeout"]!.GetValue<int>() >= 6 * timeout, $"{queue} is read by {function.Name}");
            }
        }
    }

    [Fact]
    public void A_batch_fails_message_by_message() => Assert.All(
        Stack.Functions.SelectMany(function => EventsOf(function, "SQS")),
        source => Assert.Equal("ReportBatchItemFailures", source["FunctionResponseTypes"]![0]!.GetValue<string>()));

    [Fact]
    // See BacklogOptions.StartInterval: with more, 5 Start calls a second are passed.
    public void Two_workers_drain_the_backlog()
    {
        var backlog = EventsOf(Stack["StartQueued"], "SQS")
            .Single(source => Stack.Target(source["Queue"]) == "Backlog");

        Assert.Equal(2, backlog["ScalingConfig"]!["MaximumConcurrency"]!.GetValue<int>());
    }

    [Fact]
    // Lambda stops a loop after some 16 rounds.
    public void A_function_that_feeds_its_own_queue_may_do_so_for_as_long_as_it_takes()
    {
        var looping = Stack.Functions.Where(function => EventsOf(function, "SQS")
            .Select(source => $"sqs:SendMessage {Stack.Target(source["Queue"])}")
            .Intersect(PolicyStatement.Of(Stack[Stack.Target(function["Role"])!])
                .SelectMany(statement => statement.Pairs))
            .Any());

        Assert.Equal(["StartQueued", "ContinueCollection"], looping.Select(function => function.Name));
        Assert.All(looping, function => Assert.Equal("Allow", function["RecursiveLoop"]!.GetValue<string>()));
    }

    private static IEnumerable<System.Text.Json.Nodes.JsonNode> EventsOf(Resource function, string type) =>
        function["Events"] is { } events
            ? events.AsObject()
                .Where(e => e.Value!["Type"]!.GetValue<string>() == type).Select(e => e.Value!["Properties"]!)
            : [];

    [GeneratedRegex(
        @"^VideoAnalysis\.Functions::VideoAnalysis\.Functions\.(?<class>\w+)_(?<method>\w+)_Generated::(?<last>\w+)$")]
    private static partial Regex HandlerString();
}
