using VideoAnalysis.Analyses;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>The video that a request is about, with the analysis that it asks for.</summary>
/// <param name="Overview">How the video's analyses stand.</param>
/// <param name="Analysis">The analysis; the video has it.</param>
internal sealed record RequestedVideo(VideoOverview Overview, Analysis Analysis)
{
    /// <summary>Finds it.</summary>
    /// <param name="reader">Reads results.</param>
    /// <param name="key">The object key.</param>
    /// <param name="asked">The analysis that the request names; null for the first that the video has.</param>
    /// <param name="analyses">The analyses that there are.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">The video, or the analysis of it, is not known.</exception>
    public static async Task<RequestedVideo> FindAsync(
        ResultReader reader, string key, Analysis? asked, AnalysisRegistry analyses, CancellationToken cancellationToken)
    {
        var video = await reader.FindAsync(key, cancellationToken) ?? throw new ProblemException(Problem.VideoNotFound(key));
        var analysis = analyses.All.FirstOrDefault(each => (asked is null || each == asked) && video.Find(each) is not null);
        return analysis is not null
            ? new(video, analysis)
            : throw new ProblemException(Problem.AnalysisNotFound(key, asked!.Name, video.Jobs.Select(job => job.Analysis)));
    }

    /// <summary>Reads of a video that was found a moment ago.</summary>
    /// <param name="video">The video.</param>
    /// <param name="read">Reads; null when the video has been removed in the meantime.</param>
    /// <exception cref="ProblemException">The video has been removed, or what is read was replaced.</exception>
    public static async Task<T> ReadAsync<T>(VideoOverview video, Func<Task<T?>> read)
        where T : class
    {
        try
        {
            return await read() ?? throw new ProblemException(Problem.VideoNotFound(video.Upload.Video.Key));
        }
        catch (StalePositionException exception)
        {
            throw new ProblemException(Problem.StalePage(exception.Message));
        }
    }
}
