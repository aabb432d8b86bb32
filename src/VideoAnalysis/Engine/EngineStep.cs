using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine;

/// <summary>One step through a video.</summary>
/// <param name="Timestamp">How far the engine is, in milliseconds from the start of the video.</param>
/// <param name="Findings">What was found since the last step, of each analysis in its own order.</param>
/// <param name="Cuts">
/// The hard cuts since the last step: the times of the first frames after them, in milliseconds. Null from an engine
/// that does not look for them.
/// </param>
/// <param name="Unread">What could not be read of the video, in the last step; null where all of it could be.</param>
/// <param name="Audio">The audio tracks of the video, in the last step.</param>
public sealed record EngineStep(
    long Timestamp,
    IReadOnlyList<EngineFinding> Findings,
    IReadOnlyList<long>? Cuts,
    UnreadPart? Unread = null,
    IReadOnlyList<AudioTrack>? Audio = null);
