using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Functions.Media;

namespace VideoAnalysis.Functions;

/// <summary>Answers the HTTP API: the videos themselves, by presigned URLs. The bytes go past it.</summary>
public sealed class MediaFunctions(PlaybackApi playback, UploadApi uploads, ApiBoundary boundary)
{
    /// <summary>Takes <c>GET /videos/{video+}</c>.</summary>
    [LambdaFunction]
    public Task<APIGatewayHttpApiV2ProxyResponse> GetVideo(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        boundary.AnswerAsync(request, context, "GET", playback.GetAsync);

    /// <summary>
    /// Takes <c>POST /uploads</c> and its steps <c>/uploads/parts</c>, <c>/uploads/complete</c> and
    /// <c>/uploads/abort</c>: one function, as all of them need the same right.
    /// </summary>
    [LambdaFunction]
    public Task<APIGatewayHttpApiV2ProxyResponse> Upload(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        boundary.AnswerAsync(request, context, "POST", uploads.PostAsync);
}
