namespace VideoAnalysis.Engine;

/// <summary>How much of a video could not be decoded, since it is damaged.</summary>
/// <param name="Frames">How many of the frames that the video announces did not come out of the decoder.</param>
/// <param name="AllFrames">How many frames the video announces.</param>
/// <param name="Milliseconds">For how long those would be shown.</param>
public sealed record UnreadPart(long Frames, long AllFrames, long Milliseconds);
