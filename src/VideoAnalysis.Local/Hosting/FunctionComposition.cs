using Amazon.DynamoDBv2;
using Amazon.Rekognition;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SQS;
using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;
using VideoAnalysis.Backlog;
using VideoAnalysis.Collecting;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Engine;
using VideoAnalysis.Functions;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.DynamoDb;
using VideoAnalysis.Functions.Media;
using VideoAnalysis.Functions.Page;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Functions.S3;
using VideoAnalysis.Functions.Settings;
using VideoAnalysis.Functions.Sqs;
using VideoAnalysis.Jobs;
using VideoAnalysis.Local.Results;
using VideoAnalysis.LocalAws;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Results;
using VideoAnalysis.Videos;

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
    TimeProvider time,
    ILoggerFactory loggers)
{
    private static readonly BasicAWSCredentials Credentials = new("local", "local");

    /// <summary>Makes the services. The endpoints have to be known.</summary>
    public ServiceProvider Build()
    {
        var settings = new FunctionSettings(Setting);
        var services = new ServiceCollection();
        services.AddSingleton(loggers);
        services.AddLogging();
        services.AddSingleton(time);
        services.AddSingleton(_ => RekognitionCatalog.Create(settings));
        services.AddSingleton(_ => settings.JobOptions);
        services.AddSingleton(options.Backlog);
        services.AddFunctions();

        // CloudWatch's metrics are lines on standard output, which here belongs to a person.
        services.AddSingleton(provider => new EmbeddedMetrics(
            provider.GetRequiredService<AnalysisMetrics>(), time, Stream.Null));
        AddPorts(services, settings);
        services.AddSingleton<StartFunctions>();
        services.AddSingleton<CollectFunctions>();
        services.AddSingleton<ReconcileFunctions>();
        services.AddSingleton<BackfillFunctions>();
        services.AddSingleton<ResultFunctions>();
        services.AddSingleton<AnalysisFunctions>();
        services.AddSingleton<MediaFunctions>();
        services.AddSingleton<PageFunctions>();
        return services.BuildServiceProvider();
    }

    private void AddPorts(ServiceCollection services, FunctionSettings settings)
    {
        services.AddSingleton<IVideoAnalyzer>(provider => new RekognitionAnalyzer(
            Rekognition(RekognitionClients.ForStarting()),
            provider.GetRequiredService<RekognitionCatalog>(),
            settings.CompletionChannel));
        services.AddSingleton<IAnalysisSource>(provider => new RekognitionSource(
            Rekognition(RekognitionClients.ForReading()),
            provider.GetRequiredService<RekognitionCatalog>()));
        services.AddSingleton<IVideoCatalog>(_ => new S3Catalog(S3(), LocalNames.Bucket));
        services.AddSingleton(_ => new VideoBucket(S3(), LocalNames.Bucket, time));
        services.AddSingleton(_ => new PageApi(new(endpoints.Services, LocalNames.Bucket + "/")));
        services.AddSingleton<IAnalysisProgress>(progress);
        services.AddSingleton(evidence);
        services.AddSingleton<IAmazonSQS>(_ => Sqs());
        services.AddSingleton<IBacklog>(provider => new SqsBacklog(
            provider.GetRequiredService<IAmazonSQS>(), Queue("Backlog")));
        services.AddSingleton<IContinuation>(provider => new SqsContinuation(
            provider.GetRequiredService<IAmazonSQS>(), Queue("Continuations")));
        services.AddSingleton<IResultStore>(provider =>
        {
            var analyses = provider.GetRequiredService<AnalysisRegistry>();
            return options.DynamoDb is { } url
                ? new DynamoDbResultStore(
                    DynamoDb(url), LocalNames.Table, analyses, time, loggers.CreateLogger<DynamoDbResultStore>())
                : new SqliteResultStore(database, analyses, time);
        });
    }

    // The variables that template.yaml sets on AWS.
    private string? Setting(string name) => name switch
    {
        "NOTIFICATION_TOPIC_ARN" => LocalNames.Topic,
        "NOTIFICATION_ROLE_ARN" => LocalNames.Role,
        "FACE_ATTRIBUTES" => options.AllAttributes ? "ALL" : "DEFAULT",
        _ => null,
    };

    private AmazonRekognitionClient Rekognition(AmazonRekognitionConfig config) =>
        new(Credentials, At(endpoints.Services, config));

    private AmazonSQSClient Sqs() => new(Credentials, At(endpoints.Services, new AmazonSQSConfig()));

    private Uri Queue(string name) => new(endpoints.Services, $"/{LocalNames.Account}/{name}");

    private AmazonS3Client S3() => new(Credentials, At(endpoints.Services, S3Clients.Configured()));

    /// <summary>Points a client at an endpoint, whatever the environment says of Amazon's own.</summary>
    private static T At<T>(Uri endpoint, T config)
        where T : ClientConfig
    {
        config.ServiceURL = endpoint.AbsoluteUri;
        config.AuthenticationRegion = LocalNames.Region;

        // With a custom endpoint, the SDK refuses every call of somebody who has AWS_USE_FIPS_ENDPOINT set.
        (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (false, false);
        return config;
    }

    /// <summary>
    /// A client of the DynamoDB that results go to. Credentials and region are the environment's, as for any client:
    /// it may be Amazon's own. Without any it is taken for a local one, which does not look at them.
    /// </summary>
    internal static AmazonDynamoDBClient DynamoDb(Uri url)
    {
        var config = At(url, new AmazonDynamoDBConfig());
        config.AuthenticationRegion = Environment.GetEnvironmentVariable("AWS_REGION") ?? LocalNames.Region;
        return Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is null
            && Environment.GetEnvironmentVariable("AWS_PROFILE") is null
                ? new(Credentials, config)
                : new(config);
    }
}
