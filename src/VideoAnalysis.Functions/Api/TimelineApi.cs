using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>What the routes under <c>/timeline</c> do.</summary>
public sealed class TimelineApi
{
    private readonly ResultReader _reader;
    private readonly TimelineReader _timelines;
    private readonly AnalysisRegistry _analyses;
    private readonly ResultJson _json;

    /// <summary>Makes them.</summary>
    /// <param name="reader">Reads results.</param>
    /// <param name="analyses">The analyses that there are.</param>
    /// <param name="progress">How far running jobs are; null where nobody knows.</param>
    public TimelineApi(ResultReader reader, AnalysisRegistry analyses, IAnalysisProgress? progress = null)
    {
        (_reader, _analyses) = (reader, analyses);
        _timelines = new(reader);
        _json = new(analyses, progress);
    }

    /// <summary><c>GET /timeline/{video+}</c>: how many detections there are in every interval of a video.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = QueryReader.Of(request);
        var headers = new RequestHeaders(request);
        headers.RequireJson();
        var key = ResultQueries.ReadKey(request.PathParameters, query);
        var interval = ResultQueries.ReadInterval(query);
        var asked = ResultQueries.ReadAnalysis(query, _analyses);
        var filter = ResultQueries.ReadFilter(query, asked ?? _analyses.Default);
        query.RefuseOthers();
        var (video, analysis) = await RequestedVideo.FindAsync(_reader, key, asked, _analyses, cancellationToken);
        var wanted = filter with { Analysis = analysis };
        if (TagOf(video)?.FindIn(headers) is { } known)
        {
            return Representation.NotModified(known);
        }

        var timeline = await RequestedVideo.ReadAsync(
            video, () => _timelines.ReadAsync(video, wanted, interval, cancellationToken));
        var overview = timeline.Result.Overview;
        return Representation.Of("application/json", _json.Write(timeline), headers, TagOf(overview))
            .WithStatus(overview, analysis);

        EntityTag? TagOf(VideoOverview each) => EntityTag.Of(each, wanted, $"timeline {interval}");
    }
}
