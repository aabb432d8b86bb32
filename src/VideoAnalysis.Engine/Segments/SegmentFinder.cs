using VideoAnalysis.Analyses.Segments;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Segments;

/// <summary>
/// The analysis <c>segments</c>: shots, black frames and colour bars, each exact to the frame. Needs no model. Credits,
/// slates, logos and content are not found: nothing here tells them from other pictures.
/// </summary>
internal sealed class SegmentFinder : EngineAnalysis<SegmentRequest>
{
    /// <inheritdoc/>
    public override string Name => "segments";

    /// <inheritdoc/>
    protected override EngineRun Begin(SegmentRequest request, VideoMetadata video) =>
        new SegmentRun(request.Wanted, video);
}
