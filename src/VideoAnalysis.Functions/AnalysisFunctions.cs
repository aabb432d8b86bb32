using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using VideoAnalysis.Functions.Api;
using VideoAnalysis.Functions.Http;

namespace VideoAnalysis.Functions;

/// <summary>Answers the HTTP API: analyses that somebody asks for.</summary>
public sealed class AnalysisFunctions(AnalysesApi analyses, ApiBoundary boundary)
{
    /// <summary>Takes <c>POST /analyses/{video+}</c>.</summary>
    [LambdaFunction]
    public Task<APIGatewayHttpApiV2ProxyResponse> RequestAnalyses(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        boundary.AnswerAsync(request, context, "POST", analyses.PostAsync);
}
