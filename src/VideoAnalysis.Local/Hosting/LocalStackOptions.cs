using System.Net;
using VideoAnalysis.Backlog;
using VideoAnalysis.Local.Announcing;
using VideoAnalysis.LocalAws;
using VideoAnalysis.LocalAws.Rekognition.Jobs;

namespace VideoAnalysis.Local.Hosting;

/// <summary>How the local stack runs.</summary>
internal sealed record LocalStackOptions
{
    /// <summary>
    /// The port of S3 and Rekognition that is used where none is named: LocalStack's, which many tools know.
    /// </summary>
    public const int DefaultServicesPort = 4566;

    /// <summary>
    /// The port of the HTTP API that is used where none is named: that of <c>sam local start-api</c>.
    /// </summary>
    public const int DefaultApiPort = 3000;

    /// <summary>The folder that holds everything that is kept.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The address to listen on.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>
    /// The web origins ("http://localhost:5173") whose pages may get and put objects, besides the stack's own page.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>The names under which the stack answers, besides those that this machine has anyway.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The port of S3 and Rekognition; 0 takes a free one.</summary>
    public int ServicesPort { get; init; } = DefaultServicesPort;

    /// <summary>The port of the HTTP API; 0 takes a free one.</summary>
    public int ApiPort { get; init; } = DefaultApiPort;

    /// <summary>Quotas, and how much of the machine is used.</summary>
    public RekognitionOptions Rekognition { get; init; } = new();

    /// <summary>
    /// The names of the analyses that every upload gets; null for the usual ones that the engine can do.
    /// </summary>
    public IReadOnlyList<string>? Analyses { get; init; }

    /// <summary>Settings of the functions, by the names of the environment variables that they are on AWS.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// A setting of the functions; null where it has none. What costs extra on AWS costs nothing here.
    /// </summary>
    public string? SettingOf(string variable) => Settings.GetValueOrDefault(variable) ?? variable switch
    {
        "COLLECTION_ID" => LocalNames.Collection,
        "SEGMENT_TYPES" => "SHOT,TECHNICAL_CUE",
        _ => null,
    };

    /// <summary>Where the results go instead of the data folder, if anywhere.</summary>
    public Uri? DynamoDb { get; init; }

    /// <summary>Where the ends of analyses are posted, if anywhere.</summary>
    public WebhookOptions? Webhook { get; init; }

    /// <summary>
    /// How patient the backlog is. Waits are shorter than on AWS: the engine is nobody else's, and a place comes free
    /// whenever one of its jobs ends.
    /// </summary>
    public BacklogOptions Backlog { get; init; } = new()
    {
        FirstDelay = TimeSpan.FromSeconds(2),
        LongestDelay = TimeSpan.FromSeconds(20),
        BusyPause = TimeSpan.FromSeconds(1),
        StartInterval = TimeSpan.FromMilliseconds(50),
    };

    /// <summary>What is logged: from this level up.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;
}
