using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.S3;
using Amazon.S3.Model;
using VideoAnalysis.Functions.Http;

namespace VideoAnalysis.Functions.Media;

/// <summary>
/// What the routes under <c>/uploads</c> do: a multipart upload in which the caller sends the parts to S3 itself.
/// Keys travel in the body, which can carry every one of them.
/// </summary>
public sealed class UploadApi
{
    private readonly VideoBucket _bucket;
    private readonly Dictionary<string, Step> _steps;

    /// <summary>Creates the routes.</summary>
    public UploadApi(VideoBucket bucket)
    {
        _bucket = bucket;
        _steps = new(StringComparer.Ordinal)
        {
            ["/uploads"] = BeginAsync,
            ["/uploads/parts"] = SignPartsAsync,
            ["/uploads/complete"] = CompleteAsync,
            ["/uploads/abort"] = AbortAsync,
        };
    }

    private delegate Task<APIGatewayHttpApiV2ProxyResponse> Step(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken);

    internal async Task<APIGatewayHttpApiV2ProxyResponse> PostAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        // The route and not the path, which begins with the stage's name unless that is $default.
        var route = request.RouteKey?.Split(' ', 2) is [_, var path] ? path : request.RawPath ?? "";
        if (!_steps.TryGetValue(route, out var step))
        {
            throw new ProblemException(Problem.PathNotFound(route));
        }

        QueryReader.Of(request).RefuseOthers();
        try
        {
            return await step(request, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "NoSuchUpload")
        {
            throw new ProblemException(Problem.UploadNotFound());
        }
        catch (AmazonS3Exception exception)
            when (exception.ErrorCode is "InvalidPart" or "InvalidPartOrder" or "EntityTooSmall" or "EntityTooLarge")
        {
            throw new ProblemException(Problem.IncompleteUpload(exception.Message));
        }
    }

    /// <summary><c>POST /uploads</c>.</summary>
    private async Task<APIGatewayHttpApiV2ProxyResponse> BeginAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var wanted = BodyReader.Read(request, MediaJson.Default.NewUpload);
        var (key, size) = (UploadRules.ReadKey(wanted.Key), UploadRules.ReadSize(wanted.Size));
        var id = await _bucket.BeginUploadAsync(key, cancellationToken);
        var begun = new BegunUpload(key, id, UploadRules.PartSize, UploadRules.PartCountOf(size));
        return Answer.Json(201, JsonSerializer.SerializeToUtf8Bytes(begun, MediaJson.Readable.BegunUpload));
    }

    /// <summary><c>POST /uploads/parts</c>.</summary>
    private async Task<APIGatewayHttpApiV2ProxyResponse> SignPartsAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var wanted = BodyReader.Read(request, MediaJson.Default.WantedParts);
        var parts = await _bucket.SignPartsAsync(
            UploadRules.ReadKey(wanted.Key), UploadRules.ReadUploadId(wanted.UploadId),
            UploadRules.ReadPartNumbers(wanted.PartNumbers));
        return Answer.Json(200, JsonSerializer.SerializeToUtf8Bytes(parts, MediaJson.Readable.UploadParts));
    }

    /// <summary><c>POST /uploads/complete</c>.</summary>
    private async Task<APIGatewayHttpApiV2ProxyResponse> CompleteAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var finished = BodyReader.Read(request, MediaJson.Default.FinishedUpload);
        var key = UploadRules.ReadKey(finished.Key);
        var id = UploadRules.ReadUploadId(finished.UploadId);
        var parts = UploadRules.ReadParts(finished.Parts).Select(part => new PartETag(part.PartNumber, part.ETag));
        var video = new UploadedVideo(key, await _bucket.CompleteUploadAsync(key, id, parts, cancellationToken));
        return Answer.Json(200, JsonSerializer.SerializeToUtf8Bytes(video, MediaJson.Readable.UploadedVideo));
    }

    /// <summary><c>POST /uploads/abort</c>.</summary>
    private async Task<APIGatewayHttpApiV2ProxyResponse> AbortAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var abandoned = BodyReader.Read(request, MediaJson.Default.AbandonedUpload);
        await _bucket.AbortUploadAsync(
            UploadRules.ReadKey(abandoned.Key), UploadRules.ReadUploadId(abandoned.UploadId), cancellationToken);
        return Answer.NoContent();
    }
}
