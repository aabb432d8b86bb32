using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Rekognition;
using Amazon.S3;
using Amazon.SQS;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Analyses;
using VideoAnalysis.Backlog;
using VideoAnalysis.Collecting;
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
using VideoAnalysis.Results;
using VideoAnalysis.Videos;

[assembly: LambdaSerializer(typeof(EventSerializer))]

namespace VideoAnalysis.Functions;

/// <summary>
/// Composes the functions. Each function's process makes only what its handler needs, before the first event comes:
/// a missing or wrong setting is found then, and named.
/// </summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Registers everything.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The generated code calls it on an instance.")]
    public void ConfigureServices(IServiceCollection services)
    {
        var settings = new FunctionSettings(Environment.GetEnvironmentVariable);
        services.AddSingleton(_ => RekognitionCatalog.Create(settings));
        services.AddSingleton(_ => settings.JobOptions);
        services.AddFunctions();
        services.AddSingleton<IResultStore>(provider => new DynamoDbResultStore(
            new AmazonDynamoDBClient(),
            settings.TableName,
            provider.GetRequiredService<AnalysisRegistry>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DynamoDbResultStore>>()));
        services.AddSingleton<IVideoAnalyzer>(provider => new RekognitionAnalyzer(
            new AmazonRekognitionClient(RekognitionClients.ForStarting()),
            provider.GetRequiredService<RekognitionCatalog>(),
            settings.CompletionChannel));
        services.AddSingleton<IAnalysisSource>(provider => new RekognitionSource(
            new AmazonRekognitionClient(RekognitionClients.ForReading()),
            provider.GetRequiredService<RekognitionCatalog>()));
        services.AddSingleton<IAmazonSQS>(_ => new AmazonSQSClient());
        services.AddSingleton<IBacklog>(provider => new SqsBacklog(
            provider.GetRequiredService<IAmazonSQS>(), settings.BacklogQueue));
        services.AddSingleton<IContinuation>(provider => new SqsContinuation(
            provider.GetRequiredService<IAmazonSQS>(), settings.ContinuationQueue));
        services.AddSingleton<IVideoCatalog>(_ => new S3Catalog(new AmazonS3Client(S3Clients.Configured()), settings.VideoBucket));
        services.AddSingleton(provider => new VideoBucket(
            new AmazonS3Client(S3Clients.Configured()), settings.VideoBucket, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new PageApi(settings.VideoAddress));
        services.AddLogging(logging => logging.AddProvider(new JsonLogProvider(Console.OpenStandardOutput(), TimeProvider.System)));
    }
}
