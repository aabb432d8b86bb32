using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.Removing;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>What the routes under <c>/results</c> do.</summary>
public sealed class ResultsApi(ResultReader reader, ResultRemover remover, AnalysisRegistry analyses)
{
    /// <summary>How soon it is worth asking again after an unfinished video.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly ResultJson _json = new(analyses);

    /// <summary><c>GET /results</c>, <c>GET /results/{video+}</c> and <c>GET /results?video=</c>.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.QueryStringParameters);
        return KeyOf(request, query) is { } key
            ? await GetVideoAsync(key, query, cancellationToken)
            : Answer.Json(_json.Write(await reader.ListAsync(ResultQueries.ReadList(query), cancellationToken)));
    }

    /// <summary><c>DELETE /results/{video+}</c> and <c>DELETE /results?video=</c>.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> DeleteAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.QueryStringParameters);
        var key = KeyOf(request, query)
            ?? throw QueryReader.Invalid("video", "", "the key of the video whose results are to be removed");
        query.RefuseOthers();
        return await remover.RemoveAsync(key, cancellationToken)
            ? Answer.NoContent()
            : throw new ProblemException(Problem.VideoNotFound(key));
    }

    private async Task<APIGatewayHttpApiV2ProxyResponse> GetVideoAsync(
        string key, QueryReader query, CancellationToken cancellationToken)
    {
        var wanted = ResultQueries.ReadDetections(query, analyses);
        try
        {
            var result = await reader.ReadAsync(key, wanted, cancellationToken)
                ?? throw new ProblemException(Problem.VideoNotFound(key));
            var answer = Answer.Json(_json.Write(result));
            return result.Overview.Status is JobStatus.Queued or JobStatus.InProgress
                ? answer.WithRetryAfter(RetryAfter)
                : answer;
        }
        catch (StalePositionException exception)
        {
            throw new ProblemException(Problem.StalePage(exception.Message));
        }
    }

    /// <summary>
    /// API Gateway hands the path over decoded once; it is never decoded again. A key that no path can carry comes
    /// as the parameter <c>video</c>.
    /// </summary>
    private static string? KeyOf(APIGatewayHttpApiV2ProxyRequest request, QueryReader query)
    {
        var inPath = request.PathParameters?.TryGetValue("video", out var key) == true ? key : null;
        return string.IsNullOrEmpty(inPath) ? query.Text("video") is { Length: > 0 } named ? named : null : inPath;
    }
}
