using System.Text.Json.Serialization;

namespace VideoAnalysis.Local.Cli.Answers;

/// <summary>The HTTP API's answer to a list, as far as it is shown.</summary>
internal sealed record VideoListAnswer
{
    public required IReadOnlyList<VideoListItem> Videos { get; init; }

    public string? Next { get; init; }
}

/// <summary>One video of the list.</summary>
internal sealed record VideoListItem
{
    public required string Key { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public long? Size { get; init; }

    public required IReadOnlyDictionary<string, VideoAnswerAnalysis> Analyses { get; init; }
}

[JsonSerializable(typeof(VideoListAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ListJson : JsonSerializerContext;
