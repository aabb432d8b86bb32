using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;

namespace VideoAnalysis.Results;

/// <summary>A video and a page of the appearances of one analysis.</summary>
/// <param name="Overview">How the video's analyses stand.</param>
/// <param name="Analysis">Whose results these are.</param>
/// <param name="Appearances">In the order of their starts.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record AppearancePage(
    VideoOverview Overview, Analysis Analysis, IReadOnlyList<Appearance> Appearances, AppearancePosition? Next)
    : ResultPage(Overview, Analysis)
{
    /// <inheritdoc/>
    public override ResultPosition? NextPosition => Next;
}
