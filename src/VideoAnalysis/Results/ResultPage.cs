using VideoAnalysis.Analyses;

namespace VideoAnalysis.Results;

/// <summary>
/// A video and a page of the results of one analysis; nothing is in it until the analysis has succeeded.
/// </summary>
/// <param name="Overview">How the video's analyses stand.</param>
/// <param name="Analysis">Whose results these are.</param>
public abstract record ResultPage(VideoOverview Overview, Analysis Analysis)
{
    /// <summary>Where the next page begins; null on the last.</summary>
    public virtual ResultPosition? NextPosition => null;
}
