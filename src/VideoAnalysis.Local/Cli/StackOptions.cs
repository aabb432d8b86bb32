using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using VideoAnalysis.Local.Hosting;
using VideoAnalysis.Local.Rekognition;

namespace VideoAnalysis.Local.Cli;

/// <summary>The options of every command that runs the local stack.</summary>
internal sealed class StackOptions
{
    private readonly Option<DirectoryInfo?> _data;
    private readonly Option<bool> _allAttributes = new("--all-attributes")
    {
        Description = "Store everything that can be measured of a face: more landmarks, whether eyes and mouth are open.",
    };

    private readonly Option<int> _workers = Positive(
        "--workers", "How many videos are analysed at a time.", new RekognitionOptions().Workers);

    private readonly Option<int> _jobLimit = Positive(
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

    /// <summary>An option whose value is a port.</summary>
    public static Option<int> Port(string name, string description, int defaultPort)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "port",
            DefaultValueFactory = _ => defaultPort,
        };
        option.Validators.Add(result => Check(result, name, 0, IPEndPoint.MaxPort, "a port, 0 to 65535"));
        return option;
    }

    private static Option<int> Positive(string name, string description, int defaultValue)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "number",
            DefaultValueFactory = _ => defaultValue,
        };
        option.Validators.Add(result => Check(result, name, 1, int.MaxValue, "a number, 1 or more"));
        return option;
    }

    private static void Check(OptionResult result, string name, int minimum, int maximum, string allowed)
    {
        // What is no number at all is refused before this.
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && (value < minimum || value > maximum))
        {
            result.AddError($"{name} takes {allowed}, not {value}.");
        }
    }

    private static Uri? DynamoDb()
    {
        const string Variable = "AWS_ENDPOINT_URL_DYNAMODB";
        var value = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(value) ? null
            : Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url
            : throw new UsageException($"The environment variable {Variable} is \"{value}\"; it has to be a URL, as http://localhost:8000.");
    }
}
