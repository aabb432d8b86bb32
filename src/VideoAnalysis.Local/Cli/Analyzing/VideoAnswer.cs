using System.Text.Json.Serialization;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>The HTTP API's answer about a video, as far as it is shown.</summary>
internal sealed record VideoAnswer
{
    public required string Key { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public VideoMetadata? Metadata { get; init; }

    public required IReadOnlyDictionary<string, VideoAnswerAnalysis> Analyses { get; init; }

    public required IReadOnlyList<FaceDetection> Detections { get; init; }

    public string? Next { get; init; }

    /// <summary>How long to wait before it is worth asking again; null where nothing is going to change.</summary>
    [JsonIgnore]
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether nothing more will change.</summary>
    [JsonIgnore]
    public bool IsFinished => Succeeded || Status == "FAILED";

    /// <summary>Whether there is a result.</summary>
    [JsonIgnore]
    public bool Succeeded => Status == "SUCCEEDED";
}

/// <summary>One analysis of the answer.</summary>
internal sealed record VideoAnswerAnalysis
{
    public required string Status { get; init; }

    public string? Reason { get; init; }

    /// <summary>How far a running job is, 0 to 100, where the API knows.</summary>
    public int? Progress { get; init; }

    public FaceSummary? Summary { get; init; }
}

[JsonSerializable(typeof(VideoAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AnswerJson : JsonSerializerContext;
