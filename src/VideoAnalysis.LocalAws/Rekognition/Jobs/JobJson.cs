using System.Text.Json.Serialization;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>The JSON of jobs: members as the service spells them, absent where there is nothing to say.</summary>
[JsonSerializable(typeof(VideoMetadata))]
[JsonSerializable(typeof(IReadOnlyList<AudioTrack>))]
[JsonSerializable(typeof(CompletionNotification))]
[JsonSerializable(typeof(SnsEvent))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class JobJson : JsonSerializerContext;
