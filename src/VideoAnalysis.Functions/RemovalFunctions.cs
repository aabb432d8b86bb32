using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using VideoAnalysis.Functions.Api;
using VideoAnalysis.Functions.Http;

namespace VideoAnalysis.Functions;

/// <summary>Answers the HTTP API: removal of results. Who only reads them needs none of its settings.</summary>
public sealed class RemovalFunctions(RemovalApi removal, ApiBoundary boundary)
{
    /// <summary>Takes <c>DELETE /results/{video+}</c>.</summary>
    [LambdaFunction]
    public Task<APIGatewayHttpApiV2ProxyResponse> DeleteResults(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        boundary.AnswerAsync(request, context, "DELETE", removal.DeleteAsync);
}
