using VideoAnalysis.Analyses;

namespace VideoAnalysis.Results;

/// <summary>A video and a page of the detections of one analysis.</summary>
/// <param name="Overview">How the video's analyses stand.</param>
/// <param name="Analysis">Whose results these are.</param>
/// <param name="Lines">The detections in the engine's order, as JSON.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record VideoResult(
    VideoOverview Overview, Analysis Analysis, IReadOnlyList<DetectionLine> Lines, DetectionPosition? Next)
    : ResultPage(Overview, Analysis)
{
    /// <inheritdoc/>
    public override ResultPosition? NextPosition => Next;

    /// <summary>
    /// The detections as objects, for what needs more of them than their JSON. Each call reads them anew.
    /// </summary>
    public IEnumerable<Detection> ReadDetections() => Lines.Select(line => Analysis.Read(line.Json.Span));
}
