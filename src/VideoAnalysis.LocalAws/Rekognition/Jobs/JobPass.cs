namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>Jobs of one object that are worked on together.</summary>
/// <param name="Jobs">At least one.</param>
/// <param name="IsAlone">Whether it is a suspect, beside which nothing else may run.</param>
internal sealed record JobPass(IReadOnlyList<VideoJob> Jobs, bool IsAlone = false);
