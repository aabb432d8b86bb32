using System.Text.Json.Serialization;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Cli.Answers;

/// <summary>The HTTP API's answer to what is seen from when to when, as far as it is shown.</summary>
/// <param name="Appearances">In the order of their starts.</param>
internal sealed record AppearancesAnswer(IReadOnlyList<SeenAppearance> Appearances);

/// <summary>One thing over one span.</summary>
/// <param name="Id">Its number within the analysis.</param>
/// <param name="Subject">What appears; null where that is not known.</param>
/// <param name="Person">Who it is, where that is known.</param>
/// <param name="Start">When it begins, in milliseconds from the start of the video.</param>
/// <param name="End">When it ends.</param>
/// <param name="Present">For how many milliseconds in between it is seen.</param>
/// <param name="Best">The detection that shows it best.</param>
internal sealed record SeenAppearance(
    int Id, SeenSubject? Subject, string? Person, long Start, long End, long Present, SeenBest? Best = null);

/// <summary>The detection that shows something best.</summary>
/// <param name="Timestamp">When, in milliseconds.</param>
/// <param name="BoundingBox">Where; null where that is not known.</param>
internal sealed record SeenBest(long Timestamp, BoundingBox? BoundingBox);

/// <summary>What appears.</summary>
/// <param name="Key">Is the same for the same thing throughout the video.</param>
/// <param name="Name">The name for people to read, where it is not the key.</param>
internal sealed record SeenSubject(string Key, string? Name);

[JsonSerializable(typeof(AppearancesAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AppearancesJson : JsonSerializerContext;
