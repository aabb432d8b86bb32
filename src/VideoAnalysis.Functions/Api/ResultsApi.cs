using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Api.Formats;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>What <c>GET</c> does under <c>/results</c>.</summary>
public sealed class ResultsApi
{
    private readonly ResultReader _reader;
    private readonly AnalysisRegistry _analyses;
    private readonly ResultJson _json;
    private readonly ResultRoute<DetectionQuery, VideoResult> _route;

    /// <param name="reader">Reads results.</param>
    /// <param name="analyses">The analyses that there are.</param>
    /// <param name="progress">How far running jobs are; null where nobody knows.</param>
    public ResultsApi(ResultReader reader, AnalysisRegistry analyses, IAnalysisProgress? progress = null)
    {
        (_reader, _analyses, _json) = (reader, analyses, new(analyses, progress));
        _route = new(
            reader,
            analyses,
            [new JsonFormat<VideoResult>(_json.Write), new CsvFormat(), new NdjsonFormat(), new VttFormat()],
            ResultQueries.ReadPage,
            reader.ReadAsync);
    }

    /// <summary><c>GET /results</c>: the videos.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> ListAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = QueryReader.Of(request);
        var headers = new RequestHeaders(request);
        headers.RequireJson();
        var page = await _reader.ListAsync(ResultQueries.ReadList(query, _analyses), cancellationToken);
        var body = _json.Write(page);
        var tag = EntityTag.Of(body.Span);
        return tag.FindIn(headers) is { } known
            ? Representation.NotModified(known)
            : Representation.Of("application/json", body, headers, tag).WithNext(page.Next?.ToString(), query);
    }

    /// <summary><c>GET /results/{video+}</c>: a video, and a page of detections.</summary>
    internal Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken) =>
        _route.GetAsync(request, cancellationToken);
}
