using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
using VideoAnalysis.Functions.Api.Formats;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Functions.Announcing;

/// <summary>
/// What other systems are told: <c>Announcement</c> in openapi.yaml, the members of a video and of an analysis as the
/// API has them.
/// </summary>
/// <param name="analyses">The analyses that there are.</param>
/// <param name="api">Where the HTTP API is.</param>
internal sealed class AnnouncementJson(AnalysisRegistry analyses, Uri api)
{
    /// <summary>
    /// The version of the document. It is raised by what may break a reader; members may be added without.
    /// </summary>
    internal const string Version = "1";

    private readonly ResultJson _json = new(analyses);

    /// <summary>The document.</summary>
    public ReadOnlyMemory<byte> Write(Announcement announcement)
    {
        var job = announcement.Job;
        return ResultJson.Write(json =>
        {
            json.WriteString("version", Version);
            json.WriteString("id", announcement.Id);
            ResultJson.WriteUpload(json, job.Upload);
            ResultJson.WriteMetadata(json, job.Metadata);
            json.WriteString("analysis", job.Analysis);
            _json.WriteJob(json, job);
            if (job.Status != JobStatus.Deleted)
            {
                json.WriteString("results", AddressOf(job));
            }
        });
    }

    /// <summary>As parameters, which every key fits into.</summary>
    private string AddressOf(AnalysisJob job) =>
        $"{api.AbsoluteUri.TrimEnd('/')}/results/{QueryReader.InQuery}" +
        $"?video={Uri.EscapeDataString(job.Upload.Video.Key)}&analysis={job.Analysis}";
}
