using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>An error as AWS JSON 1.1 writes it.</summary>
/// <param name="Type">The error's name.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record RekognitionErrorBody(
    [property: JsonPropertyName("__type")] string Type, string Message);
