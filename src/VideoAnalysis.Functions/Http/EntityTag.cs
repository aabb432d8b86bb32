using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>
/// The entity tag of a page of a finished result: made of what the page depends on and not of its bytes, so that a
/// caller who has it already costs no reading of detections.
/// </summary>
/// <param name="Base">The tag of the page as it is, without quotes; each content coding appends its own name.</param>
internal sealed record EntityTag(string Base)
{
    /// <summary>Changed code may write the same result in another way.</summary>
    private static readonly string Code =
        $"{typeof(EntityTag).Module.ModuleVersionId} {typeof(VideoOverview).Module.ModuleVersionId}";

    /// <summary>The tag of a page; null while an analysis of the video is still under way, as the page will change.</summary>
    /// <param name="video">The video.</param>
    /// <param name="query">Which detections.</param>
    /// <param name="format">The format's name.</param>
    public static EntityTag? Of(VideoOverview video, DetectionQuery query, string format) => Of(
        video,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{query.Analysis.Name} {query.From} {query.To} {query.MinConfidence} {query.Limit} {query.Position}"),
        format);

    /// <summary>The tag of a page; null while an analysis of the video is still under way, as the page will change.</summary>
    /// <param name="video">The video.</param>
    /// <param name="query">Which appearances.</param>
    /// <param name="format">The format's name.</param>
    public static EntityTag? Of(VideoOverview video, AppearanceQuery query, string format) => Of(
        video,
        string.Create(
            CultureInfo.InvariantCulture,
            $"appearances {query.Analysis.Name} {query.From} {query.To} {query.MinConfidence} {query.Limit} {query.Position} {query.Subject}"),
        format);

    private static EntityTag? Of(VideoOverview video, string query, string format)
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
                CultureInfo.InvariantCulture, $"\n{job.Analysis} {job.Token} {job.Revision} {job.CompletedAt?.UtcTicks}");
        }

        identity.Append('\n').Append(query);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(identity.ToString()));
        return new(Base64Url.EncodeToString(hash.AsSpan(0, 16)));
    }

    /// <summary>The tag as a header writes it.</summary>
    public string Quoted(ContentCoding? coding) => coding is null ? $"\"{Base}\"" : $"\"{Base}-{coding.Name}\"";

    /// <summary>The tag among those that the caller has which says that it has this page, in whatever coding; null when none does.</summary>
    public string? FindIn(RequestHeaders headers)
    {
        string[] own = [Quoted(null), .. ContentCoding.All.Select(Quoted)];
        return headers.KnownTags
            .Select(known => known == "*" ? own[0] : own.FirstOrDefault(tag => tag == known))
            .FirstOrDefault(tag => tag is not null);
    }
}
