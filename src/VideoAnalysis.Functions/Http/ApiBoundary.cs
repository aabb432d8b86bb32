using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Functions.Diagnostics;

namespace VideoAnalysis.Functions.Http;

/// <summary>
/// Where HTTP requests come in: whatever happens, there is an answer, and an error is a problem document.
/// </summary>
public sealed class ApiBoundary(InvocationScope invocations, ILogger<ApiBoundary> logger)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="context">The invocation.</param>
    /// <param name="method">The method that the function is for; HEAD goes with GET.</param>
    /// <param name="answer">Makes the answer.</param>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> AnswerAsync(
        APIGatewayHttpApiV2ProxyRequest request,
        ILambdaContext context,
        string method,
        Func<APIGatewayHttpApiV2ProxyRequest, CancellationToken, Task<APIGatewayHttpApiV2ProxyResponse>> answer)
    {
        using var invocation = invocations.Begin(context);
        var asked = request.RequestContext?.Http?.Method ?? method;
        var isHead = asked == "HEAD" && method == "GET";
        try
        {
            if (asked != method && !isHead)
            {
                return Answer.Of(Problem.MethodNotAllowed(asked, method == "GET" ? "GET, HEAD" : method));
            }

            var answered = await answer(request, invocation.CancellationToken);
            return isHead ? answered.WithoutBody() : answered;
        }
        catch (ProblemException exception)
        {
            return Answer.Of(exception.Problem);
        }
        catch (OperationCanceledException exception) when (invocation.CancellationToken.IsCancellationRequested)
        {
            logger.RequestFailed(exception);
            return Answer.Of(Problem.TimedOut(context.AwsRequestId));
        }
        catch (Exception exception)
        {
            // The boundary to HTTP: the caller gets a problem document, the log gets the reason.
            logger.RequestFailed(exception);
            return Answer.Of(Problem.Internal(context.AwsRequestId));
        }
    }
}
