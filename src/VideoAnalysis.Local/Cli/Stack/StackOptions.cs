using System.CommandLine;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Hosting;
using VideoAnalysis.LocalAws.Rekognition.Jobs;

namespace VideoAnalysis.Local.Cli.Stack;

/// <summary>The options of every command that runs the local stack.</summary>
internal sealed class StackOptions
{
    private readonly Option<DirectoryInfo?> _data;
    private readonly Option<bool> _allAttributes = new("--all-attributes")
    {
        Description = "Store everything that can be measured of a face: more landmarks, whether eyes and mouth are open.",
    };

    private readonly Option<int> _workers = NumberOption.Positive(
        "--workers", "How many videos are analysed at a time.", new RekognitionOptions().Workers);

    private readonly Option<int> _jobLimit = NumberOption.Positive(
        "--job-limit", "How many jobs the local Rekognition accepts at a time; more wait in the backlog.", new RekognitionOptions().JobLimit);

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
        command.Options.Add(_allAttributes);
        command.Options.Add(_workers);
        command.Options.Add(_jobLimit);
    }

    /// <summary>The data folder that was named; null if none was.</summary>
    public string? DataFolder(ParseResult parsed) => parsed.GetValue(_data)?.FullName;

    /// <summary>The stack's options as the command line has them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="dataFolder">The data folder.</param>
    public LocalStackOptions Read(ParseResult parsed, string dataFolder) => new()
    {
        DataFolder = dataFolder,
        AllAttributes = parsed.GetValue(_allAttributes),
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
            : throw new UsageException($"The environment variable {Variable} is \"{value}\"; it has to be a URL, as http://localhost:8000.");
    }
}
