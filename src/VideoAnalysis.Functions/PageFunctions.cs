using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Functions.Page;

namespace VideoAnalysis.Functions;

/// <summary>Answers the HTTP API: the page.</summary>
public sealed class PageFunctions(PageApi page, ApiBoundary boundary)
{
    /// <summary>Takes <c>GET /</c> and <c>GET /page/{file+}</c>.</summary>
    [LambdaFunction]
    public Task<APIGatewayHttpApiV2ProxyResponse> GetPage(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        boundary.AnswerAsync(request, context, "GET", page.GetAsync);
}
