using System.Text.Json.Serialization;
using VideoAnalysis.Analyses;

namespace VideoAnalysis.Testing.Weather;

/// <summary>A span of weather.</summary>
public sealed record WeatherDetection : Detection
{
    /// <summary>What the sky does: any text, as a label would be.</summary>
    public required string Kind { get; init; }

    /// <summary>Metres a second.</summary>
    public float Wind { get; init; }
}

/// <summary>What the weather of a video comes to.</summary>
public sealed record WeatherSummary : Summary
{
    /// <summary>Metres a second.</summary>
    public float StrongestWind { get; init; }
}

[JsonSerializable(typeof(WeatherDetection))]
[JsonSerializable(typeof(WeatherSummary))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class WeatherJson : JsonSerializerContext;
