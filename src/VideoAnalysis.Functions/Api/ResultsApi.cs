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
    /// <summary>How soon it is worth asking again after an unfinished video.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly ResultReader _reader;
    private readonly TimelineReader _timelines;
    private readonly ResultRemover _remover;
    private readonly AnalysisRegistry _analyses;
    private readonly ResultJson _json;
    private readonly IReadOnlyList<ResultFormat> _listFormats;
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
        _timelines = new(reader);
        _json = new(analyses, progress);
        _listFormats = [new JsonFormat(_json)];
        _formats = [.. _listFormats, new CsvFormat(), new VttFormat()];
    }

    /// <summary><c>GET /results</c>, <c>GET /results/{video+}</c> and <c>GET /results?video=</c>.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = QueryReader.Of(request);
        var headers = new RequestHeaders(request);
        return ResultQueries.ReadKey(request.PathParameters, query) is { } key
            ? await GetVideoAsync(key, query, headers, cancellationToken)
            : await ListAsync(query, headers, cancellationToken);
    }

    /// <summary><c>DELETE /results/{video+}</c> and <c>DELETE /results?video=</c>.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> DeleteAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = QueryReader.Of(request);
        var key = ResultQueries.ReadKey(request.PathParameters, query) ?? throw new ProblemException(
            Problem.InvalidParameter("video", null, "the key of the video whose results are to be removed"));
        query.RefuseOthers();
        return await _remover.RemoveAsync(key, cancellationToken)
            ? Answer.NoContent()
            : throw new ProblemException(Problem.VideoNotFound(key));
    }

    private async Task<APIGatewayHttpApiV2ProxyResponse> ListAsync(
        QueryReader query, RequestHeaders headers, CancellationToken cancellationToken)
    {
        var format = ResultFormat.Choose(_listFormats, query, headers);
        var page = await _reader.ListAsync(ResultQueries.ReadList(query), cancellationToken);
        var answer = Representation.Of(format.ContentType, _json.Write(page), headers, tag: null);
        return WithNext(page.Next?.ToString(), answer, query);
    }

    private async Task<APIGatewayHttpApiV2ProxyResponse> GetVideoAsync(
        string key, QueryReader query, RequestHeaders headers, CancellationToken cancellationToken)
    {
        var format = ResultFormat.Choose(_formats, query, headers);
        var interval = ResultQueries.ReadInterval(query);
        var wanted = ResultQueries.ReadDetections(query, _analyses);
        var video = await _reader.FindAsync(key, cancellationToken) ?? throw new ProblemException(Problem.VideoNotFound(key));
        if (TagOf(video)?.FindIn(headers) is { } known)
        {
            return Representation.NotModified(known);
        }

        try
        {
            if (interval is { } length)
            {
                var timeline = await _timelines.ReadAsync(video, wanted, length, cancellationToken)
                    ?? throw new ProblemException(Problem.VideoNotFound(key));
                return WithStatus(timeline.Result, Representation.Of(
                    "application/json", _json.Write(timeline), headers, TagOf(timeline.Result.Overview)));
            }

            var result = await _reader.ReadAsync(video, wanted, cancellationToken)
                ?? throw new ProblemException(Problem.VideoNotFound(key));
            var body = new ArrayBufferWriter<byte>();
            format.Write(result, body);
            var answer = Representation.Of(format.ContentType, body.WrittenMemory, headers, TagOf(result.Overview));
            return WithStatus(result, WithNext(result.Next?.ToString(), answer, query));
        }
        catch (StalePositionException exception)
        {
            throw new ProblemException(Problem.StalePage(exception.Message));
        }

        EntityTag? TagOf(VideoOverview overview) => overview.IsFinished ? EntityTag.Of(overview, wanted, $"{format.Name} {interval}") : null;
    }

    private static APIGatewayHttpApiV2ProxyResponse WithStatus(VideoResult result, APIGatewayHttpApiV2ProxyResponse answer)
    {
        if (result.Overview.Find(result.Analysis) is { } job)
        {
            // Tables and subtitles have no place for it, and an empty one may mean several things.
            answer.With("Analysis-Status", job.Status.ToName());
        }

        return result.Overview.IsFinished ? answer : answer.WithRetryAfter(RetryAfter);
    }

    private static APIGatewayHttpApiV2ProxyResponse WithNext(
        string? next, APIGatewayHttpApiV2ProxyResponse answer, QueryReader query) =>
        next is null ? answer : answer.With("Link", $"<{query.AddressWith(next)}>; rel=\"next\"");
}
