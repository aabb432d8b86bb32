using VideoAnalysis.LocalAws.Browsers;
using VideoAnalysis.LocalAws.Rekognition;
using VideoAnalysis.LocalAws.S3;
using VideoAnalysis.LocalAws.Sqs;

namespace VideoAnalysis.LocalAws.Port;

/// <summary>
/// The port that S3, Rekognition and SQS share. What is meant for another service is refused in that service's
/// protocol.
/// </summary>
internal sealed class ServicesPort(S3Endpoint s3, RekognitionEndpoint rekognition, SqsEndpoint sqs)
{
    /// <summary>Answers one request.</summary>
    public Task HandleAsync(HttpContext context)
    {
        ClosedOrigin.Apply(context.Response.Headers);
        var isRekognition = RekognitionEndpoint.Handles(context.Request);
        if (isRekognition || SqsEndpoint.Handles(context.Request))
        {
            // Only objects are for pages, as on AWS only the bucket has CORS rules.
            return ForeignPages.RefusalFor(context.Request, []) is { } refusal
                ? ServiceErrors.WriteAsync(
                    context, ServiceProtocol.Json, StatusCodes.Status403Forbidden, "AccessDeniedException", refusal)
                : isRekognition ? rekognition.InvokeAsync(context) : sqs.InvokeAsync(context);
        }

        return OtherService.Of(context.Request) is { } other
            ? ServiceErrors.WriteAsync(
                context, other.Protocol, StatusCodes.Status400BadRequest, "UnknownOperationException", other.Message)
            : s3.HandleAsync(context);
    }
}
