using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Removing;

namespace VideoAnalysis.Functions.Api;

/// <summary>What <c>DELETE /results/{video+}</c> does.</summary>
/// <param name="remover">Removes results.</param>
public sealed class RemovalApi(ResultRemover remover)
{
    /// <summary>Removes a video's results.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> DeleteAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = QueryReader.Of(request);
        var key = ResultQueries.ReadKey(request.PathParameters, query);
        query.RefuseOthers();
        return await remover.RemoveAsync(key, cancellationToken)
            ? Answer.NoContent()
            : throw new ProblemException(Problem.VideoNotFound(key));
    }
}
