using System.Globalization;
using System.Text;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>
/// The entity tags of pages of finished results: made of what the page depends on and not of its bytes, so that a
/// caller who has it already costs no reading of detections.
/// </summary>
internal static class ResultTags
{
    /// <summary>Changed code may write the same result in another way.</summary>
    private static readonly string Code =
        $"{typeof(ResultTags).Module.ModuleVersionId} {typeof(VideoOverview).Module.ModuleVersionId}";

    /// <summary>
    /// The tag of a page; null while an analysis of the video is still under way, as the page will change.
    /// </summary>
    /// <param name="video">The video.</param>
    /// <param name="query">Which results.</param>
    /// <param name="format">The format's name.</param>
    public static EntityTag? Of(VideoOverview video, ResultQuery query, string format)
    {
        if (!video.IsFinished)
        {
            return null;
        }

        var identity = new StringBuilder(Code).Append('\n').Append(format);
        foreach (var job in video.Jobs)
        {
            // A job that expired begins anew at revision 1, perhaps with the same token, but not at the same moment.
            identity.Append(
                CultureInfo.InvariantCulture,
                $"\n{job.Analysis} {job.Token} {job.Revision} {job.CompletedAt?.UtcTicks}");
        }

        return EntityTag.Of(identity.Append('\n').Append(Describe(query)).ToString());
    }

    private static string Describe(ResultQuery query) => string.Create(
        CultureInfo.InvariantCulture,
        $"{query.GetType().Name} {query.Analysis.Name} {query.From} {query.To} {query.MinConfidence} {query.Limit} " +
        $"{query.Start} {query.Own}");
}
