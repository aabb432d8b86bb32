using VideoAnalysis.Jobs;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Collecting;

/// <summary>The news that the engine has finished a job.</summary>
/// <param name="Video">The video.</param>
/// <param name="Tag">What was sent along with the job.</param>
/// <param name="JobId">The engine's name for the job.</param>
public sealed record Completion(Video Video, JobTag Tag, string JobId);
