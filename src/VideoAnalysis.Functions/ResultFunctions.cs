using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using VideoAnalysis.Functions.Api;
using VideoAnalysis.Functions.Http;

namespace VideoAnalysis.Functions;

/// <summary>Answers the HTTP API: results.</summary>
public sealed class ResultFunctions(
    ResultsApi results, AppearancesApi appearances, TimelineApi timelines, OpenApiDocument description,
    ApiBoundary boundary)
{
    /// <summary>
    /// Takes <c>GET /results</c>, <c>GET /results/{video+}</c>, <c>GET /appearances/{video+}</c>,
    /// <c>GET /timeline/{video+}</c> and <c>GET /openapi.yaml</c>: one function, as all of them need the same right.
    /// </summary>
    [LambdaFunction]
    public Task<APIGatewayHttpApiV2ProxyResponse> GetResults(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        boundary.AnswerAsync(request, context, "GET", request.RouteKey?.Split(' ', 2)[^1] switch
        {
            "/results" => results.ListAsync,
            "/results/{video+}" => results.GetAsync,
            "/appearances/{video+}" => appearances.GetAsync,
            "/timeline/{video+}" => timelines.GetAsync,
            OpenApiDocument.Path => description.GetAsync,
            _ => (_, _) => throw new ProblemException(Problem.PathNotFound(request.RawPath ?? "")),
        });
}
