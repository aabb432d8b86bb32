namespace VideoAnalysis.Engine.Container;

/// <summary>What a file's index says of its video.</summary>
/// <param name="Duration">How long it plays.</param>
/// <param name="FrameRate">Frames a second, on average; above 0.</param>
/// <param name="LastFrame">How long the last frame is shown. Recorders of screens hold it until they are stopped.</param>
/// <param name="ColorRange"><c>FULL</c> or <c>LIMITED</c>, where the file says so.</param>
internal sealed record VideoTrack(TimeSpan Duration, double FrameRate, TimeSpan LastFrame, string? ColorRange);
