using System.Reflection;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>
/// Each function starts with the settings that the template gives it, and with nothing less. Runs alone: the
/// environment is the process's.
/// </summary>
[Collection(nameof(SettingTests))]
[CollectionDefinition(nameof(SettingTests), DisableParallelization = true)]
public sealed class SettingTests : IDisposable
{
    private const string Region = "eu-west-1";
    private static readonly Stack Stack = Stack.Current;

    /// <summary>What AWS would put in place of the template's references.</summary>
    private static readonly Dictionary<string, string> Values = new()
    {
        ["TABLE_NAME"] = "video-analysis-ResultsTable-1A2B3C4D5E6F7",
        ["ANNOUNCEMENT_QUEUE_URL"] =
            $"https://sqs.{Region}.amazonaws.com/123456789012/video-analysis-Announcements-Zt4mWq7LxK2b",
        ["API_URL"] = $"https://a1b2c3d4e5.execute-api.{Region}.amazonaws.com",
        ["BACKLOG_QUEUE_URL"] = $"https://sqs.{Region}.amazonaws.com/123456789012/video-analysis-Backlog-Zt4mWq7LxK2b",
        ["CONTINUATION_QUEUE_URL"] =
            $"https://sqs.{Region}.amazonaws.com/123456789012/video-analysis-Continuations-Zt4mWq7LxK2b",
        ["NOTIFICATION_TOPIC_ARN"] = $"arn:aws:sns:{Region}:123456789012:video-analysis-CompletionTopic-p8Xk2QzN4vRt",
        ["NOTIFICATION_ROLE_ARN"] = "arn:aws:iam::123456789012:role/video-analysis-RekognitionRole-1A2B3C4D5E6F7",
        ["VIDEO_BUCKET"] = $"video-analysis-videos-123456789012-{Region}",
        ["AWS_ENDPOINT_URL_DYNAMODB"] = $"https://dynamodb.{Region}.amazonaws.com",
        ["AWS_ENDPOINT_URL_REKOGNITION"] = $"https://rekognition.{Region}.amazonaws.com",
        ["AWS_ENDPOINT_URL_S3"] = $"https://s3.{Region}.amazonaws.com",
        ["AWS_ENDPOINT_URL_SQS"] = $"https://sqs.{Region}.amazonaws.com",
    };

    /// <summary>The settings that are parameters of the template, with their defaults there.</summary>
    private static readonly Dictionary<string, string> Parameters =
        Stack.Functions.Append(new("Globals", new() { ["Properties"] = Stack.FunctionDefaults.DeepClone() }))
        .SelectMany(function => function["Environment", "Variables"]?.AsObject() ?? [])
        .DistinctBy(setting => setting.Key)
        .Select(setting => (setting.Key,
            Parameter: ParameterOf(setting.Value) is { } target ? Stack.Template["Parameters"]![target] : null))
        .Where(setting => setting.Parameter is not null && !Values.ContainsKey(setting.Key))
        .ToDictionary(setting => setting.Key, setting => setting.Parameter!["Default"]!.ToString());

    private readonly Dictionary<string, string?> _before = Values.Keys.Concat(Parameters.Keys).Append("AWS_REGION")
        .ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public static TheoryData<string> Functions => [.. Stack.Functions.Select(function => function.Name)];

    /// <summary>Each function with each setting without which it cannot work.</summary>
    public static TheoryData<string, string> NecessarySettings => [.. Stack.Functions.SelectMany(
        SettingsOf,
        (function, setting) => (function.Name, setting)).Where(pair => !HasDefault(pair.setting))];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_starts_with_the_settings_that_the_template_gives_it(string name)
    {
        Set(SettingsOf(Stack[name]));

        Assert.Null(Record.Exception(() => Start(name)));
    }

    [Theory]
    [MemberData(nameof(NecessarySettings))]
    public void A_function_is_given_no_setting_that_it_could_do_without(string name, string setting)
    {
        Set(SettingsOf(Stack[name]).Except([setting]));

        var exception = Assert.Throws<SettingException>(() => Start(name));

        Assert.Contains(setting, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sam_local_has_a_value_for_every_setting_that_only_aws_could_give()
    {
        var local = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(RepositoryFile.Path("local.env.json")))!;
        var needed = Stack.Functions.SelectMany(SettingsOf).Distinct().Except(Parameters.Keys);

        Assert.Equal(needed.Order(), local["Parameters"]!.AsObject().Select(pair => pair.Key).Order());
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>
    /// The parameter that a setting has the value of, if not in a stack that makes of its own what it names.
    /// </summary>
    private static string? ParameterOf(System.Text.Json.Nodes.JsonNode? setting) =>
        Stack.Target(setting)
            ?? (setting is System.Text.Json.Nodes.JsonObject choice ? Stack.Target(choice["Fn::If"]?[2]) : null);

    private static IEnumerable<string> SettingsOf(Resource function) =>
        (function["Environment", "Variables"]?.AsObject() ?? [])
            .Concat(Stack.FunctionDefaults["Environment"]!["Variables"]!.AsObject())
        .Select(pair => pair.Key);

    private static bool HasDefault(string setting) =>
        Parameters.ContainsKey(setting) || setting.StartsWith("AWS_", StringComparison.Ordinal);

    private static void Set(IEnumerable<string> settings)
    {
        var given = settings.ToHashSet();
        Environment.SetEnvironmentVariable("AWS_REGION", Region);
        foreach (var (name, value) in Values.Concat(Parameters))
        {
            Environment.SetEnvironmentVariable(name, given.Contains(name) ? value : null);
        }
    }

    /// <summary>Makes the generated entry point, as Lambda does before the first event.</summary>
    private static void Start(string name)
    {
        var type = typeof(Startup).Assembly.GetType(Stack[name]["Handler"]!
            .GetValue<string>().Split("::")[1], throwOnError: true)!;
        try
        {
            Activator.CreateInstance(type);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            throw inner;
        }
    }
}
