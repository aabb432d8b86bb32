using System.Text.Json;
using System.Text.Json.Serialization;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Rekognition.Protocol;
using VideoAnalysis.Testing.Weather;

namespace VideoAnalysis.Local.Tests.Weather;

/// <summary>What requests for the weather and their results would look like, if Rekognition knew it.</summary>
internal sealed class WeatherDetectionAnalysis() : TypedAnalysis<StartWeatherDetectionRequest, GetJobRequest>(
    LocalWeatherJson.Default.StartWeatherDetectionRequest, ProtocolJson.Default.GetJobRequest)
{
    public override string Name => "weather";

    public override string StartOperation => "StartWeatherDetection";

    public override string GetOperation => "GetWeatherDetection";

    public override string ResultList => "Weather";

    protected override EngineRequest RequestOf(StartWeatherDetectionRequest start) => new WeatherRequest();

    protected override string Write(StartWeatherDetectionRequest start, Analyses.Detection detection)
    {
        var weather = (WeatherDetection)detection;
        return JsonSerializer.Serialize(
            new WeatherItem(weather.Timestamp, weather.End, weather.Confidence, weather.Kind, weather.Wind),
            LocalWeatherJson.Default.WeatherItem);
    }
}

internal sealed record StartWeatherDetectionRequest : StartJobRequest;

internal sealed record WeatherRequest() : EngineRequest("weather");

internal sealed record WeatherItem(long StartMillis, long EndMillis, float? Confidence, string Kind, float Wind);

internal sealed record WeatherPage(
    string JobStatus,
    string? StatusMessage,
    Videos.VideoMetadata? VideoMetadata,
    string? NextToken,
    IReadOnlyList<WeatherItem>? Weather);

internal sealed record StartedWeather(string JobId);

[JsonSerializable(typeof(StartWeatherDetectionRequest))]
[JsonSerializable(typeof(GetJobRequest))]
[JsonSerializable(typeof(WeatherItem))]
[JsonSerializable(typeof(WeatherPage))]
[JsonSerializable(typeof(StartedWeather))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class LocalWeatherJson : JsonSerializerContext;
