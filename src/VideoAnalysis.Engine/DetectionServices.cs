using Microsoft.Extensions.DependencyInjection;
using VideoAnalysis.Engine.Faces;

namespace VideoAnalysis.Engine;

/// <summary>Registers the detector.</summary>
internal static class DetectionServices
{
    /// <summary>Adds the engine that looks for faces.</summary>
    /// <param name="services">Where.</param>
    /// <param name="modelsDirectory">Where the models are; beside the program by default.</param>
    public static IServiceCollection AddFaceDetection(this IServiceCollection services, string? modelsDirectory = null)
    {
        services.AddSingleton(_ => new FaceModels(modelsDirectory ?? FaceModels.DefaultDirectory));
        services.AddSingleton(provider => new FaceDetectionEngine(provider.GetRequiredService<FaceModels>()));
        services.AddSingleton<IVideoEngine, DetectorEngine>();
        return services;
    }
}
