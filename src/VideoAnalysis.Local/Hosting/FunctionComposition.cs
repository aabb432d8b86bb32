using Amazon.DynamoDBv2;
using Amazon.Runtime;
using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Functions;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Jobs;
using VideoAnalysis.Local.Results;
using VideoAnalysis.LocalAws;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Results;

namespace VideoAnalysis.Local.Hosting;

/// <summary>
/// Composes the deployed handlers for this machine: their own clients of Rekognition, S3 and SQS, with their own
/// retries, pointed at the local endpoints; results in the local database, or in a DynamoDB.
/// </summary>
internal sealed class FunctionComposition(
    LocalStackOptions options,
    LocalEndpoints endpoints,
    LocalDatabase database,
    JobProgressBoard progress,
    IAppearanceEvidence evidence,
    RekognitionCatalog catalog,
    TimeProvider time,
    ILoggerFactory loggers)
{
    private static readonly BasicAWSCredentials Credentials = new("local", "local");

    /// <summary>Makes the services. The endpoints have to be known.</summary>
    public ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton(loggers);
        services.AddLogging();
        services.AddSingleton(time);
        services.AddSingleton(options.Backlog);
        services.AddSingleton<IAnalysisProgress>(progress);
        services.AddSingleton(evidence);
        services.AddSingleton(catalog);
        services.AddSingleton<ClientConfiguration>(Configure);

        // CloudWatch's metrics are lines on standard output, which here belongs to a person.
        services.AddSingleton(provider => new EmbeddedMetrics(
            provider.GetRequiredService<AnalysisMetrics>(), time, Stream.Null));
        if (options.DynamoDb is null)
        {
            services.AddSingleton<IResultStore>(provider => new SqliteResultStore(
                database, provider.GetRequiredService<AnalysisRegistry>(), time));
        }

        return services.AddVideoAnalysisFunctions(Setting).BuildServiceProvider();
    }

    // The variables that template.yaml sets on AWS.
    private string? Setting(string name) => name switch
    {
        "TABLE_NAME" => LocalNames.Table,
        "VIDEO_BUCKET" => LocalNames.Bucket,
        "ANNOUNCEMENT_QUEUE_URL" => Queue(LocalNames.Announcements),
        "API_URL" => endpoints.Api.AbsoluteUri,
        "BACKLOG_QUEUE_URL" => Queue("Backlog"),
        "CONTINUATION_QUEUE_URL" => Queue("Continuations"),
        "NOTIFICATION_TOPIC_ARN" => LocalNames.Topic,
        "NOTIFICATION_ROLE_ARN" => LocalNames.Role,
        "AWS_ENDPOINT_URL_S3" => endpoints.Services.AbsoluteUri,
        _ => options.SettingOf(name),
    };

    private string Queue(string name) => new Uri(endpoints.Services, $"/{LocalNames.Account}/{name}").AbsoluteUri;

    private void Configure(ClientConfig config)
    {
        if (config is AmazonDynamoDBConfig dynamoDb && options.DynamoDb is { } url)
        {
            Configure(dynamoDb, url);
            return;
        }

        PointAt(endpoints.Services, config);
        config.DefaultAWSCredentials = Credentials;
    }

    /// <summary>
    /// A client of the DynamoDB that results go to. Credentials and region are the environment's, as for any client:
    /// it may be Amazon's own. Without any it is taken for a local one, which does not look at them.
    /// </summary>
    internal static AmazonDynamoDBClient DynamoDb(Uri url)
    {
        var config = new AmazonDynamoDBConfig();
        Configure(config, url);
        return new(config);
    }

    private static void Configure(AmazonDynamoDBConfig config, Uri url)
    {
        PointAt(url, config);
        config.AuthenticationRegion = Environment.GetEnvironmentVariable("AWS_REGION") ?? LocalNames.Region;
        if (Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is null
            && Environment.GetEnvironmentVariable("AWS_PROFILE") is null)
        {
            config.DefaultAWSCredentials = Credentials;
        }
    }

    /// <summary>Points a client at an endpoint, whatever the environment says of Amazon's own.</summary>
    private static void PointAt(Uri endpoint, ClientConfig config)
    {
        config.ServiceURL = endpoint.AbsoluteUri;
        config.AuthenticationRegion = LocalNames.Region;

        // With a custom endpoint, the SDK refuses every call of somebody who has AWS_USE_FIPS_ENDPOINT set.
        (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (false, false);
    }
}
