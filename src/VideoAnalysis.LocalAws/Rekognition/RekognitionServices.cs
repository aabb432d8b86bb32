using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Appearances;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Rekognition.Collections;
using VideoAnalysis.LocalAws.Rekognition.Faces;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.Rekognition.Labels;
using VideoAnalysis.LocalAws.Rekognition.Operations;
using VideoAnalysis.LocalAws.Rekognition.Persons;
using VideoAnalysis.LocalAws.Rekognition.Protocol;
using VideoAnalysis.LocalAws.Rekognition.Segments;
using VideoAnalysis.LocalAws.Rekognition.Text;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Rekognition;

/// <summary>Registers the local Rekognition.</summary>
internal static class RekognitionServices
{
    /// <summary>
    /// Adds the endpoint and the runner of its jobs. Needs the local storage and delivery, an
    /// <see cref="IJobObjects"/>, an <see cref="IVideoEngine"/> and an <see cref="IFaceIndexer"/>.
    /// </summary>
    public static IServiceCollection AddLocalRekognition(
        this IServiceCollection services, RekognitionOptions? options = null)
    {
        var validated = (options ?? new RekognitionOptions()).Validate();
        services.AddSchema("rekognition", JobSchema.Sql + PageTokens.Schema + CollectionSchema.Sql);
        services.AddSingleton(validated);
        services.AddSingleton(provider => new CallRate(
            validated.StartsPerSecond, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<VideoJobs>();
        services.AddSingleton<PageTokens>();
        services.AddSingleton<JobSignal>();
        services.AddSingleton<JobStarter>();
        services.AddSingleton<JobProgressBoard>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobResults>();
        services.AddSingleton<IAppearanceEvidence, JobEvidence>();
        services.AddSingleton<JobEnds>();
        services.AddSingleton<JobWork>();
        services.AddHostedService<JobRunner>();
        services.AddSingleton<LocalAnalyses>();
        services.AddLocalAnalysis<FaceDetectionAnalysis>();
        services.AddLocalAnalysis<LabelDetectionAnalysis>();
        services.AddLocalAnalysis<SegmentDetectionAnalysis>();
        services.AddLocalAnalysis<TextDetectionAnalysis>();
        services.AddCollections();
        services.AddSingleton<RekognitionEndpoint>();
        return services;
    }

    /// <summary>Adds an analysis of stored videos.</summary>
    public static IServiceCollection AddLocalAnalysis<T>(this IServiceCollection services)
        where T : LocalAnalysis
    {
        services.AddSingleton<T>();
        services.AddSingleton<LocalAnalysis>(provider => provider.GetRequiredService<T>());
        services.AddSingleton<IRekognitionOperation>(provider =>
            ActivatorUtilities.CreateInstance<StartOperation>(provider, provider.GetRequiredService<T>()));
        services.AddSingleton<IRekognitionOperation>(provider =>
            ActivatorUtilities.CreateInstance<GetOperation>(provider, provider.GetRequiredService<T>()));
        return services;
    }

    private static void AddCollections(this IServiceCollection services)
    {
        services.AddSingleton<FaceCollections>();
        services.AddLocalAnalysis<FaceSearchAnalysis>();
        services.AddSingleton<IRekognitionOperation, CreateCollection>();
        services.AddSingleton<IRekognitionOperation, DescribeCollection>();
        services.AddSingleton<IRekognitionOperation, ListCollections>();
        services.AddSingleton<IRekognitionOperation, DeleteCollection>();
        services.AddSingleton<IRekognitionOperation, IndexFaces>();
        services.AddSingleton<IRekognitionOperation, ListFaces>();
        services.AddSingleton<IRekognitionOperation, DeleteFaces>();
    }

    /// <summary>Answers what is meant for Rekognition, and passes everything else on to what shares the port.</summary>
    public static IApplicationBuilder UseLocalRekognition(this IApplicationBuilder app)
    {
        var endpoint = app.ApplicationServices.GetRequiredService<RekognitionEndpoint>();
        return app.Use((context, next) =>
            RekognitionEndpoint.Handles(context.Request) ? endpoint.InvokeAsync(context) : next(context));
    }
}
