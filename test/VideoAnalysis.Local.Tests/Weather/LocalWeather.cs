using Microsoft.Extensions.DependencyInjection;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.LocalAws.Rekognition;
using VideoAnalysis.LocalAws.Tests.Rekognition;
using VideoAnalysis.Testing.Weather;

namespace VideoAnalysis.Local.Tests.Weather;

/// <summary>Adds the made-up analysis to a local stack, as docs/how-it-works.md says that one is added.</summary>
internal static class LocalWeather
{
    /// <summary>Registers both sides of it: the local Rekognition's, and the functions'.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddLocalAnalysis<WeatherDetectionAnalysis>();
        services.AddSingleton<RekognitionCalls>(new WeatherCalls());
    }

    /// <summary>An engine that sees faces and the weather, over six seconds.</summary>
    public static ScriptedEngine Engine()
    {
        var faces = new[] { 1, 2, 2, 1, 0, 0, 0, 0, 0, 0, 1, 1 };
        var weather = SomeWeather.Of(faces.Length);
        return new()
        {
            Analyses = ["faces", "weather"],
            Faces = faces,
            Others = (request, timestamp) => [new(request.Analysis, weather[(int)(timestamp / 500)])],
        };
    }
}
