using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Functions.Api;
using VideoAnalysis.Functions.Diagnostics;

namespace VideoAnalysis.Functions;

/// <summary>Answers the HTTP API.</summary>
public sealed class ResultFunctions(ResultsApi api, InvocationScope invocations, ILogger<ResultFunctions> logger)
{
    /// <summary>Takes <c>GET /results</c> and <c>GET /results/{video+}</c>.</summary>
    [LambdaFunction]
    public Task<APIGatewayHttpApiV2ProxyResponse> GetResults(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        AnswerAsync("GET", api.GetAsync, request, context);

    /// <summary>Takes <c>DELETE /results/{video+}</c>.</summary>
    [LambdaFunction]
    public Task<APIGatewayHttpApiV2ProxyResponse> DeleteResults(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        AnswerAsync("DELETE", api.DeleteAsync, request, context);

    private async Task<APIGatewayHttpApiV2ProxyResponse> AnswerAsync(
        string allowed,
        Func<APIGatewayHttpApiV2ProxyRequest, CancellationToken, Task<APIGatewayHttpApiV2ProxyResponse>> answer,
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context)
    {
        using var invocation = invocations.Begin(context);
        try
        {
            return request.RequestContext?.Http?.Method is { } method && method != allowed
                ? Answer.Of(Problem.MethodNotAllowed(method, allowed))
                : await answer(request, invocation.CancellationToken);
        }
        catch (ProblemException exception)
        {
            return Answer.Of(exception.Problem);
        }
        catch (Exception exception)
        {
            // The boundary to HTTP: the caller gets a problem document, the log gets the reason.
            logger.RequestFailed(exception);
            return Answer.Of(Problem.Internal(context.AwsRequestId));
        }
    }
}
