using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Api.Formats;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>What the routes under <c>/timeline</c> do.</summary>
public sealed class TimelineApi
{
    private readonly ResultRoute<TimelineQuery, Timeline> _route;

    /// <param name="reader">Reads how videos stand.</param>
    /// <param name="timelines">Counts detections.</param>
    /// <param name="analyses">The analyses that there are.</param>
    /// <param name="progress">How far running jobs are; null where nobody knows.</param>
    public TimelineApi(
        ResultReader reader, TimelineReader timelines, AnalysisRegistry analyses, IAnalysisProgress? progress = null) =>
        _route = new(
            reader,
            analyses,
            [new JsonFormat<Timeline>(new ResultJson(analyses, progress).Write)],
            ResultQueries.ReadTimeline,
            timelines.ReadAsync);

    /// <summary><c>GET /timeline/{video+}</c>: how many detections there are in every interval of a video.</summary>
    internal Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken) =>
        _route.GetAsync(request, cancellationToken);
}
