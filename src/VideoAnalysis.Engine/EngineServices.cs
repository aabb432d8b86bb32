using Microsoft.Extensions.DependencyInjection;
using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Faces;
using VideoAnalysis.Engine.Labels;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Engine.Persons;
using VideoAnalysis.Engine.Segments;
using VideoAnalysis.Engine.Text;

namespace VideoAnalysis.Engine;

/// <summary>Registers the engine with all analyses that it can do.</summary>
internal static class EngineServices
{
    /// <summary>Adds the engine.</summary>
    /// <param name="services">Where.</param>
    /// <param name="modelsDirectory">Where the models are; beside the program by default.</param>
    public static IServiceCollection AddVideoEngine(this IServiceCollection services, string? modelsDirectory = null)
    {
        services.AddSingleton(new ModelFiles(modelsDirectory ?? ModelFiles.DefaultDirectory));
        services.AddSingleton<FaceFinder>();
        services.AddSingleton<IEngineAnalysis>(provider => provider.GetRequiredService<FaceFinder>());
        services.AddSingleton<IEngineAnalysis, LabelFinder>();
        services.AddSingleton<IEngineAnalysis, PersonFinder>();
        services.AddSingleton<IEngineAnalysis, SegmentFinder>();
        services.AddSingleton<IEngineAnalysis, TextFinder>();
        services.AddSingleton<IFaceIndexer, FaceIndexer>();
        services.AddSingleton<IVideoEngine>(provider => new VideoEngine(provider.GetServices<IEngineAnalysis>()));
        return services;
    }
}
