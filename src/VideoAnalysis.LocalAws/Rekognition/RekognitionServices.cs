using VideoAnalysis.Appearances;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Rekognition.Faces;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
using VideoAnalysis.LocalAws.Rekognition.Operations;
using VideoAnalysis.LocalAws.Rekognition.Protocol;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Rekognition;

/// <summary>Registers the local Rekognition.</summary>
internal static class RekognitionServices
{
    /// <summary>
    /// Adds the endpoint and the runner of its jobs. Needs the local storage and delivery, an
    /// <see cref="IJobObjects"/> and an <see cref="Engine.IVideoEngine"/>.
    /// </summary>
    public static IServiceCollection AddLocalRekognition(
        this IServiceCollection services, RekognitionOptions? options = null)
    {
        var validated = (options ?? new RekognitionOptions()).Validate();
        services.AddSchema("rekognition", JobSchema.Sql + PageTokens.Schema);
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
        services.AddLocalAnalysis(new FaceDetectionAnalysis());
        services.AddSingleton<RekognitionEndpoint>();
        return services;
    }

    /// <summary>Adds an analysis of stored videos.</summary>
    public static IServiceCollection AddLocalAnalysis(this IServiceCollection services, LocalAnalysis analysis)
    {
        services.AddSingleton(analysis);
        services.AddSingleton<IRekognitionOperation>(provider =>
            ActivatorUtilities.CreateInstance<StartOperation>(provider, analysis));
        services.AddSingleton<IRekognitionOperation>(provider =>
            ActivatorUtilities.CreateInstance<GetOperation>(provider, analysis));
        return services;
    }

    /// <summary>Answers what is meant for Rekognition, and passes everything else on to what shares the port.</summary>
    public static IApplicationBuilder UseLocalRekognition(this IApplicationBuilder app)
    {
        var endpoint = app.ApplicationServices.GetRequiredService<RekognitionEndpoint>();
        return app.Use((context, next) =>
            RekognitionEndpoint.Handles(context.Request) ? endpoint.InvokeAsync(context) : next(context));
    }
}
