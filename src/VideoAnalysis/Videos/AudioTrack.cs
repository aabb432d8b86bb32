namespace VideoAnalysis.Videos;

/// <summary>An audio track. A member is absent where the engine does not know it.</summary>
/// <param name="Codec">The compression, as in <c>aac</c>.</param>
/// <param name="DurationMillis">The length in milliseconds.</param>
/// <param name="SampleRate">Samples a second.</param>
/// <param name="NumberOfChannels">The channels.</param>
public sealed record AudioTrack(
    string? Codec = null, long? DurationMillis = null, long? SampleRate = null, long? NumberOfChannels = null);
