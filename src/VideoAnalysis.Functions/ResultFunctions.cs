using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using VideoAnalysis.Functions.Api;

namespace VideoAnalysis.Functions;

/// <summary>Answers the HTTP API: results.</summary>
public sealed class ResultFunctions(ResultsApi api, ApiBoundary boundary)
{
    /// <summary>Takes <c>GET /results</c>, <c>GET /results/{video+}</c> and <c>GET /openapi.yaml</c>.</summary>
    [LambdaFunction]
    public Task<APIGatewayHttpApiV2ProxyResponse> GetResults(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        boundary.AnswerAsync(
            request, context, "GET", request.RouteKey == OpenApiDocument.RouteKey ? OpenApiDocument.GetAsync : api.GetAsync);

    /// <summary>Takes <c>DELETE /results</c> and <c>DELETE /results/{video+}</c>.</summary>
    [LambdaFunction]
    public Task<APIGatewayHttpApiV2ProxyResponse> DeleteResults(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        boundary.AnswerAsync(request, context, "DELETE", api.DeleteAsync);
}
