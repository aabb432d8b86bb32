using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine;

/// <summary>A video that can be analysed. It holds nothing that has to be closed.</summary>
/// <param name="Metadata">What the video says of itself.</param>
/// <param name="AnalyzeAsync">Analyses it.</param>
public sealed record OpenedVideo(VideoMetadata Metadata, AnalyzeVideo AnalyzeAsync);
