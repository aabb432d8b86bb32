using System.Text.Json.Serialization;

namespace VideoAnalysis.Appearances;

/// <summary>One thing over one span of a video: who or what is seen, from when to when.</summary>
public sealed record Appearance
{
    /// <summary>The number within the job, in the order in which appearances began, from 0.</summary>
    public required int Id { get; init; }

    /// <summary>What appears; absent where the engine does not tell one thing of the kind from another.</summary>
    public Subject? Subject { get; init; }

    /// <summary>Who it is, where appearances have been grouped by person.</summary>
    public string? Person { get; init; }

    /// <summary>Milliseconds from the start of the video to the first detection.</summary>
    public required long Start { get; init; }

    /// <summary>
    /// Milliseconds from the start of the video: the last detection and one step between timestamps more, but not
    /// beyond the cut that ended it, nor the end of the video.
    /// </summary>
    public required long End { get; init; }

    /// <summary>For how many milliseconds of the span it was detected.</summary>
    public required long Present { get; init; }

    /// <summary>The number of detections.</summary>
    public required long Detections { get; init; }

    /// <summary>The mean confidence of the detections, 0 to 100; absent where the engine does not say.</summary>
    public float? Confidence { get; init; }

    /// <summary>The detection that shows it best.</summary>
    public required BestDetection Best { get; init; }

    /// <summary>Why it ended; absent for a span that the engine reported itself.</summary>
    public AppearanceEnd? Ended { get; init; }

    /// <summary>Where the span comes from.</summary>
    public required AppearanceSource Source { get; init; }

    /// <summary>
    /// <see cref="Appearances.AcrossCuts.Unverified"/> if it goes on over a moment that may be a cut, and nothing told
    /// whether the same thing is seen before and after it; absent otherwise.
    /// </summary>
    public AcrossCuts? AcrossCuts { get; init; }
}

/// <summary>What appears.</summary>
/// <param name="Key">Stands for the same thing throughout the video: a label's name, the id of a celebrity.</param>
/// <param name="Name">The name for people to read, where it is not the key.</param>
public sealed record Subject(string Key, string? Name = null);

/// <summary>Why an appearance ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AppearanceEnd>))]
public enum AppearanceEnd
{
    /// <summary>At a hard cut.</summary>
    [JsonStringEnumMemberName("cut")]
    Cut,

    /// <summary>It was not seen for too long.</summary>
    [JsonStringEnumMemberName("gap")]
    Gap,

    /// <summary>It was seen until the video ended.</summary>
    [JsonStringEnumMemberName("end")]
    End,
}

/// <summary>Where the span of an appearance comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AppearanceSource>))]
public enum AppearanceSource
{
    /// <summary>The engine reported the span itself.</summary>
    [JsonStringEnumMemberName("native")]
    Native,

    /// <summary>Detections at single timestamps were joined.</summary>
    [JsonStringEnumMemberName("linked")]
    Linked,
}

/// <summary>What is known of an appearance that goes on over a possible cut.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AcrossCuts>))]
public enum AcrossCuts
{
    /// <summary>Whether there is a cut, and whether the same thing is seen after it, is not known.</summary>
    [JsonStringEnumMemberName("unverified")]
    Unverified,
}
