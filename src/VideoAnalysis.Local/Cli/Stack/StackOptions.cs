using System.CommandLine;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Stack.Faces;
using VideoAnalysis.Local.Cli.Stack.Persons;
using VideoAnalysis.Local.Hosting;
using VideoAnalysis.LocalAws.Rekognition.Jobs;

namespace VideoAnalysis.Local.Cli.Stack;

/// <summary>The options of every command that runs the local stack.</summary>
internal sealed class StackOptions
{
    private readonly Option<DirectoryInfo?> _data;

    private readonly Option<IReadOnlyList<string>?> _analyses = AnalysesOption.Create(
        "The analyses that every video gets (default: all that there are on this machine).");

    /// <summary>The options of single analyses.</summary>
    private readonly IReadOnlyList<SettingOption> _settings =
        [.. FaceOptions.Create(), .. PersonSettingOptions.Create()];

    private readonly Option<int> _workers = NumberOption.Positive(
        "--workers", "How many videos are analysed at a time.", new RekognitionOptions().Workers);

    private readonly Option<int> _jobLimit = NumberOption.Positive(
        "--job-limit", "How many jobs the local Rekognition accepts at a time; more wait in the backlog.",
        new RekognitionOptions().JobLimit);

    /// <param name="dataDescription">What the data folder is to the command.</param>
    public StackOptions(string dataDescription) => _data = new("--data")
    {
        Description = dataDescription,
        HelpName = "folder",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_analyses);
        command.Options.Add(_workers);
        command.Options.Add(_jobLimit);
        foreach (var setting in _settings)
        {
            command.Options.Add(setting.Option);
        }
    }

    /// <summary>The data folder that was named; null if none was.</summary>
    public string? DataFolder(ParseResult parsed) => parsed.GetValue(_data)?.FullName;

    /// <summary>The stack's options as the command line has them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="dataFolder">The data folder.</param>
    public LocalStackOptions Read(ParseResult parsed, string dataFolder) => new()
    {
        DataFolder = dataFolder,
        Analyses = parsed.GetValue(_analyses),
        Settings = _settings.Select(setting => (setting.Variable, Value: setting.Read(parsed)))
            .Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Variable, setting => setting.Value!, StringComparer.Ordinal),
        Rekognition = new()
        {
            Workers = parsed.GetValue(_workers),
            JobLimit = parsed.GetValue(_jobLimit),
        },
        DynamoDb = DynamoDb(),
    };

    private static Uri? DynamoDb()
    {
        const string Variable = "AWS_ENDPOINT_URL_DYNAMODB";
        var value = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(value) ? null
            : Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url
            : throw new UsageException(
                $"The environment variable {Variable} is \"{value}\"; it has to be a URL, as http://localhost:8000.");
    }
}
