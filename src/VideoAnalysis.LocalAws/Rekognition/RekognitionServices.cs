using VideoAnalysis.LocalAws.Rekognition.Faces;
using VideoAnalysis.LocalAws.Rekognition.Jobs;
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
        services.AddSchema("rekognition", VideoJobs.Schema + PageTokens.Schema);
        services.AddSingleton(validated);
        services.AddSingleton(provider => new CallRate(
            validated.StartsPerSecond, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<VideoJobs>();
        services.AddSingleton<PageTokens>();
        services.AddSingleton<JobSignal>();
        services.AddSingleton<JobStarter>();
        services.AddSingleton<JobProgressBoard>();
        services.AddSingleton<JobWork>();
        services.AddHostedService<JobRunner>();
        services.AddSingleton<IRekognitionOperation, StartFaceDetection>();
        services.AddSingleton<IRekognitionOperation, GetFaceDetection>();
        foreach (var name in UnavailableOperation.Names)
        {
            services.AddSingleton<IRekognitionOperation>(new UnavailableOperation(name));
        }

        services.AddSingleton<RekognitionEndpoint>();
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
