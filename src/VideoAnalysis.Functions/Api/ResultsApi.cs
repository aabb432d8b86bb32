using System.Buffers;
using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Api.Formats;
using VideoAnalysis.Jobs;
using VideoAnalysis.Removing;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>What the routes under <c>/results</c> do.</summary>
public sealed class ResultsApi
{
    private readonly ResultReader _reader;
    private readonly ResultRemover _remover;
    private readonly AnalysisRegistry _analyses;
    private readonly ResultJson _json;
    private readonly IReadOnlyList<ResultFormat> _formats;

    /// <summary>Makes them.</summary>
    /// <param name="reader">Reads results.</param>
    /// <param name="remover">Removes them.</param>
    /// <param name="analyses">The analyses that there are.</param>
    /// <param name="progress">How far running jobs are; null where nobody knows.</param>
    public ResultsApi(
        ResultReader reader, ResultRemover remover, AnalysisRegistry analyses, IAnalysisProgress? progress = null)
    {
        (_reader, _remover, _analyses) = (reader, remover, analyses);
        _json = new(analyses, progress);
        _formats = [new JsonFormat(_json), new CsvFormat(), new NdjsonFormat(), new VttFormat()];
    }

    /// <summary><c>GET /results</c>: the videos.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> ListAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = QueryReader.Of(request);
        var headers = new RequestHeaders(request);
        headers.RequireJson();
        var page = await _reader.ListAsync(ResultQueries.ReadList(query), cancellationToken);
        return Representation.Of("application/json", _json.Write(page), headers, tag: null)
            .WithNext(page.Next?.ToString(), query);
    }

    /// <summary><c>GET /results/{video+}</c>: a video, and a page of detections.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = QueryReader.Of(request);
        var headers = new RequestHeaders(request);
        var key = ResultQueries.ReadKey(request.PathParameters, query);
        var format = Format.Choose(_formats, query, headers);
        var asked = ResultQueries.ReadAnalysis(query, _analyses);
        var page = ResultQueries.ReadPage(query, asked ?? _analyses.Default);
        query.RefuseOthers();
        var (video, analysis) = await RequestedVideo.FindAsync(_reader, key, asked, _analyses, cancellationToken);
        var wanted = page with { Analysis = analysis, Limit = Math.Min(page.Limit, format.MostDetections(key)) };
        if (EntityTag.Of(video, wanted, format.Name)?.FindIn(headers) is { } known)
        {
            return Representation.NotModified(known);
        }

        var result = await RequestedVideo.ReadAsync(video, () => _reader.ReadAsync(video, wanted, cancellationToken));
        var body = new ArrayBufferWriter<byte>();
        format.Write(result, body);
        var answer = Representation
            .Of(format.ContentType, body.WrittenMemory, headers, EntityTag.Of(result.Overview, wanted, format.Name))
            .WithStatus(result.Overview, analysis)
            .WithNext(result.Next?.ToString(), query);
        return query.Has("format") ? answer.WithFileName(key, analysis, format.Name) : answer;
    }

    /// <summary><c>DELETE /results/{video+}</c>: removes results.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> DeleteAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = QueryReader.Of(request);
        var key = ResultQueries.ReadKey(request.PathParameters, query);
        query.RefuseOthers();
        return await _remover.RemoveAsync(key, cancellationToken)
            ? Answer.NoContent()
            : throw new ProblemException(Problem.VideoNotFound(key));
    }
}
