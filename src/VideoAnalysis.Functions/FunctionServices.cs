using Microsoft.Extensions.DependencyInjection;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Functions.Api;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.Media;
using VideoAnalysis.Functions.Rekognition;

namespace VideoAnalysis.Functions;

/// <summary>Registers what the functions are made of, whichever stores and services stand behind them.</summary>
internal static class FunctionServices
{
    /// <summary>
    /// Registers the domain, the handlers' helpers, and the analyses of the <see cref="RekognitionCatalog"/>, which
    /// the caller registers along with the ports and the <see cref="VideoBucket"/>.
    /// </summary>
    public static IServiceCollection AddFunctions(this IServiceCollection services)
    {
        services.AddVideoAnalysis();
        services.AddSingleton(provider => provider.GetRequiredService<RekognitionCatalog>().Analyses);
        services.AddSingleton(provider => new EmbeddedMetrics(
            provider.GetRequiredService<AnalysisMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            Console.OpenStandardOutput()));
        services.AddSingleton<InvocationScope>();
        services.AddSingleton<ApiBoundary>();
        services.AddSingleton<ResultsApi>();
        services.AddSingleton<TimelineApi>();
        services.AddSingleton<AppearancesApi>();
        services.AddSingleton<AnalysesApi>();
        services.AddSingleton<OpenApiDocument>();
        services.AddSingleton<PlaybackApi>();
        services.AddSingleton<UploadApi>();
        return services;
    }
}
