using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine;

/// <summary>What the engine is asked to do.</summary>
/// <param name="Analysis">The analysis.</param>
/// <param name="Upload">The video, and which version of it.</param>
/// <param name="Token">Makes the request idempotent.</param>
public sealed record StartRequest(Analysis Analysis, Upload Upload, ClientRequestToken Token)
{
    /// <summary>What comes back in the completion message.</summary>
    public JobTag Tag => new(Analysis.Name, Token);
}
