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
    public IReadOnlyList<string> WithResult =>
        [.. Analyses.Where(each => each.Value.Succeeded).Select(each => each.Key)];

    /// <summary>The answer about some of the analyses only.</summary>
    /// <param name="analyses">Their names; null for all of them.</param>
    /// <exception cref="UsageException">The video does not have one of them.</exception>
    public VideoAnswer Only(IReadOnlyList<string>? analyses)
    {
        if (analyses is null)
        {
            return this;
        }

        return analyses.FirstOrDefault(name => !Analyses.ContainsKey(name)) is { } missing
            ? throw new UsageException(
                $"The video has no analysis \"{Printable.Line(missing)}\"; it has {string.Join(", ", Analyses.Keys)}.")
            : this with { Analyses =
                analyses.ToDictionary(name => name, name => Analyses[name], StringComparer.Ordinal) };
    }
}

/// <summary>One analysis of the answer.</summary>
internal sealed record VideoAnswerAnalysis
{
    public required string Status { get; init; }

    public string? Reason { get; init; }

    /// <summary>What the results lack, such as a damaged part of the video.</summary>
    public string? Warning { get; init; }

    /// <summary>How far a running job is, 0 to 100, where the API knows.</summary>
    public int? Progress { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

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

    public double? MeanConfidence { get; init; }

    /// <summary>What the detections join into.</summary>
    public VideoAnswerAppearances? Appearances { get; init; }
}

/// <summary>What the detections of an analysis join into, as the summary says.</summary>
/// <param name="Count">The number of appearances.</param>
internal sealed record VideoAnswerAppearances(long Count);

[JsonSerializable(typeof(VideoAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AnswerJson : JsonSerializerContext;
