using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Functions.Api;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Media;

/// <summary>What the routes under <c>/videos</c> do.</summary>
public sealed class PlaybackApi(VideoBucket bucket)
{
    /// <summary><c>GET /videos/{video+}</c>: where the video can be played from.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = QueryReader.Of(request);
        var key = ResultQueries.ReadKey(request.PathParameters, query);
        query.RefuseOthers();

        // The bucket may hold other things, which whoever may watch videos has no business with.
        var playback = Video.HasExtension(key) ? await bucket.FindAsync(key, cancellationToken) : null;
        if (playback is null)
        {
            throw new ProblemException(Problem.ObjectNotFound(key));
        }

        return Answer.Json(200, JsonSerializer.SerializeToUtf8Bytes(playback, MediaJson.Readable.Playback));
    }
}
