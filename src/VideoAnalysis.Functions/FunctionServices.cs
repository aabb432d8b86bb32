using Amazon.DynamoDBv2;
using Amazon.Rekognition;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SQS;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Announcing;
using VideoAnalysis.Backlog;
using VideoAnalysis.Collecting;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Engine;
using VideoAnalysis.Functions.Api;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.DynamoDb;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Functions.Media;
using VideoAnalysis.Functions.Page;
using VideoAnalysis.Functions.Persons;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Functions.Rekognition.Persons;
using VideoAnalysis.Functions.S3;
using VideoAnalysis.Functions.Settings;
using VideoAnalysis.Functions.Sqs;
using VideoAnalysis.Results;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions;

/// <summary>Composes the functions.</summary>
public static class FunctionServices
{
    /// <summary>
    /// Registers everything: the functions, the domain, and the adapters to AWS. What is registered already is kept, so
    /// that a caller can put something else in the place of any of it: another store, a clock, a stream for the metrics
    /// (<see cref="EmbeddedMetrics"/>), or a <see cref="ClientConfiguration"/> that leads the clients of AWS elsewhere.
    /// The caller adds logging. Each thing is made when it is needed first, and reads its settings then.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="setting">
    /// Reads a setting, by the name of the environment variable that template.yaml sets; null when it is not set.
    /// </param>
    public static IServiceCollection AddVideoAnalysisFunctions(
        this IServiceCollection services, Func<string, string?> setting)
    {
        var reader = new SettingReader(setting);
        var settings = new FunctionSettings(reader);
        AddFunctions(services);
        AddApi(services, settings);
        AddAdapters(services, settings);
        services.TryAddSingleton(_ => RekognitionAnalyses.Read(reader));
        services.TryAddSingleton(_ => CompletionChannel.Read(reader));
        services.TryAddSingleton(provider => provider.GetRequiredService<RekognitionCatalog>().Analyses);
        services.TryAddSingleton(_ => settings.JobOptions);
        services.TryAddSingleton(provider => new EmbeddedMetrics(
            provider.GetRequiredService<AnalysisMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            Console.OpenStandardOutput()));
        return services.AddVideoAnalysis();
    }

    private static void AddFunctions(IServiceCollection services)
    {
        services.TryAddSingleton<StartFunctions>();
        services.TryAddSingleton<CollectFunctions>();
        services.TryAddSingleton<ReconcileFunctions>();
        services.TryAddSingleton<BackfillFunctions>();
        services.TryAddSingleton<ResultFunctions>();
        services.TryAddSingleton<RemovalFunctions>();
        services.TryAddSingleton<AnalysisFunctions>();
        services.TryAddSingleton<MediaFunctions>();
        services.TryAddSingleton<PersonFunctions>();
        services.TryAddSingleton<PageFunctions>();
        services.TryAddSingleton<InvocationScope>();
    }

    private static void AddApi(IServiceCollection services, FunctionSettings settings)
    {
        services.TryAddSingleton<ApiBoundary>();
        services.TryAddSingleton<ResultsApi>();
        services.TryAddSingleton<RemovalApi>();
        services.TryAddSingleton<TimelineApi>();
        services.TryAddSingleton<AppearancesApi>();
        services.TryAddSingleton<AnalysesApi>();
        services.TryAddSingleton<OpenApiDocument>();
        services.TryAddSingleton<PlaybackApi>();
        services.TryAddSingleton<UploadApi>();
        services.TryAddSingleton<PersonsApi>();
        services.TryAddSingleton(provider => new VideoBucket(
            provider.GetRequiredService<IAmazonS3>(),
            settings.VideoBucket,
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new PageApi(
            settings.VideoAddress,
            provider.GetRequiredService<AnalysisRegistry>().Startable.Select(analysis => analysis.Name)));
    }

    private static void AddAdapters(IServiceCollection services, FunctionSettings settings)
    {
        services.TryAddSingleton<ClientConfiguration>(_ => config => { });
        services.TryAddSingleton<IAmazonS3>(
            provider => new AmazonS3Client(Configured(provider, S3Clients.Configured())));
        services.TryAddSingleton<IAmazonSQS>(
            provider => new AmazonSQSClient(Configured(provider, new AmazonSQSConfig())));
        services.TryAddSingleton<IResultStore>(provider => new DynamoDbResultStore(
            new AmazonDynamoDBClient(Configured(provider, new AmazonDynamoDBConfig())),
            settings.TableName,
            provider.GetRequiredService<AnalysisRegistry>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DynamoDbResultStore>>()));
        services.TryAddSingleton<IVideoAnalyzer>(provider => new RekognitionAnalyzer(
            new AmazonRekognitionClient(Configured(provider, RekognitionClients.ForStarting())),
            provider.GetRequiredService<RekognitionCatalog>(),
            provider.GetRequiredService<CompletionChannel>()));
        services.TryAddSingleton<IAnalysisSource>(provider => new RekognitionSource(
            new AmazonRekognitionClient(Configured(provider, RekognitionClients.ForReading())),
            provider.GetRequiredService<RekognitionCatalog>()));
        services.TryAddSingleton<IPersonRegister>(provider => new RekognitionPersons(
            new AmazonRekognitionClient(Configured(provider, RekognitionClients.ForPersons())), settings.CollectionId));
        services.TryAddSingleton<IBacklog>(provider => new SqsBacklog(
            provider.GetRequiredService<IAmazonSQS>(), settings.BacklogQueue));
        services.TryAddSingleton<IContinuation>(provider => new SqsContinuation(
            provider.GetRequiredService<IAmazonSQS>(), settings.ContinuationQueue));
        services.TryAddSingleton<IAnnouncements>(provider => new SqsAnnouncements(
            provider.GetRequiredService<IAmazonSQS>(),
            settings.AnnouncementQueue,
            new(provider.GetRequiredService<AnalysisRegistry>(), settings.ApiAddress)));
        services.TryAddSingleton<IVideoCatalog>(provider => new S3Catalog(
            provider.GetRequiredService<IAmazonS3>(), settings.VideoBucket));
    }

    private static T Configured<T>(IServiceProvider provider, T config)
        where T : ClientConfig
    {
        provider.GetRequiredService<ClientConfiguration>()(config);
        return config;
    }
}
