using System.Text.Json.Serialization;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Cli.Answers;

/// <summary>The HTTP API's answer about a video, as far as it is shown.</summary>
internal sealed record VideoAnswer
{
    public required string Key { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public VideoMetadata? Metadata { get; init; }

    /// <summary>How each analysis stands, by its name.</summary>
    public required IReadOnlyDictionary<string, VideoAnswerAnalysis> Analyses { get; init; }

    /// <summary>How long to wait before it is worth asking again; null where nothing is going to change.</summary>
    [JsonIgnore]
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether nothing more will change.</summary>
    [JsonIgnore]
    public bool IsFinished => Analyses.Values.All(analysis => analysis.IsFinished);

    /// <summary>Whether every analysis has a result.</summary>
    [JsonIgnore]
    public bool Succeeded => Analyses.Values.All(analysis => analysis.Succeeded);

    /// <summary>The analyses that have a result.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> WithResult => [.. Analyses.Where(each => each.Value.Succeeded).Select(each => each.Key)];

    /// <summary>The answer about one of the analyses only.</summary>
    /// <param name="analysis">Its name; null for all of them.</param>
    /// <exception cref="UsageException">The video does not have it.</exception>
    public VideoAnswer Only(string? analysis) =>
        analysis is null ? this
        : Analyses.TryGetValue(analysis, out var found) ? this with { Analyses = new Dictionary<string, VideoAnswerAnalysis> { [analysis] = found } }
        : throw new UsageException($"The video has no analysis \"{analysis}\"; it has {string.Join(", ", Analyses.Keys)}.");
}

/// <summary>One analysis of the answer.</summary>
internal sealed record VideoAnswerAnalysis
{
    public required string Status { get; init; }

    public string? Reason { get; init; }

    /// <summary>How far a running job is, 0 to 100, where the API knows.</summary>
    public int? Progress { get; init; }

    public VideoAnswerSummary? Summary { get; init; }

    /// <summary>Whether nothing more will change.</summary>
    [JsonIgnore]
    public bool IsFinished => Succeeded || Failed;

    /// <summary>Whether there is a result.</summary>
    [JsonIgnore]
    public bool Succeeded => Status == "SUCCEEDED";

    /// <summary>Whether there will be none.</summary>
    [JsonIgnore]
    public bool Failed => Status == "FAILED";
}

/// <summary>What the detections of an analysis come to. What an analysis has no word for is null.</summary>
internal sealed record VideoAnswerSummary
{
    public required long Detections { get; init; }

    public long? FirstTimestamp { get; init; }

    public long? LastTimestamp { get; init; }

    public double? MeanConfidence { get; init; }

    public double? LowestConfidence { get; init; }
}

[JsonSerializable(typeof(VideoAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AnswerJson : JsonSerializerContext;
