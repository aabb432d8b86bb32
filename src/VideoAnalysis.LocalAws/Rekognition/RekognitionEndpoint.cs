using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition;

/// <summary>
/// The service's protocol, AWS JSON 1.1: <c>POST /</c> with the operation in <c>X-Amz-Target</c>. Signatures are not
/// checked: who can reach the port may use it.
/// </summary>
internal sealed class RekognitionEndpoint
{
    private const string TargetHeader = "X-Amz-Target";
    private const string TargetPrefix = "RekognitionService.";
    private const string ContentType = "application/x-amz-json-1.1";

    private readonly FrozenDictionary<string, IRekognitionOperation> _operations;
    private readonly LocalAnalyses _analyses;
    private readonly ILogger<RekognitionEndpoint> _logger;

    public RekognitionEndpoint(
        IEnumerable<IRekognitionOperation> operations, LocalAnalyses analyses, ILogger<RekognitionEndpoint> logger)
    {
        _operations = operations.ToFrozenDictionary(operation => operation.Name, StringComparer.Ordinal);
        _analyses = analyses;
        _logger = logger;
    }

    /// <summary>
    /// Whether a request is meant for this service. S3 shares the port, and no S3 request has a target.
    /// </summary>
    public static bool Handles(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Headers[TargetHeader]
        .ToString().StartsWith(TargetPrefix, StringComparison.Ordinal);

    /// <summary>Answers a request that <see cref="Handles"/>.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var name = context.Request.Headers[TargetHeader].ToString()[TargetPrefix.Length..];
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        var known = _operations.GetValueOrDefault(name);
        if (known is not null && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = known.MaxRequestBytes;
        }

        try
        {
            var operation = known ?? throw Refusal(name);
            var response = await operation.InvokeAsync(context.Request.Body, context.RequestAborted);
            await WriteAsync(context, StatusCodes.Status200OK, response);
        }
        catch (RekognitionException e)
        {
            _logger.RekognitionRefused(name, e.Type, e.Message);
            await FailAsync(context, e);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody reads an answer.
        }
        catch (BadHttpRequestException e)
        {
            await FailAsync(context, new RekognitionException("SerializationException", e.Message, e.StatusCode));
        }
        // The boundary: whatever fails here is this request's failure, told as the service tells it.
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            _logger.RekognitionBroken(e, name);
            await FailAsync(context, new RekognitionException(
                "InternalServerError",
                $"{name} failed: {e.Message}",
                StatusCodes.Status500InternalServerError));
        }
    }

    private RekognitionException Refusal(string name) => RekognitionOperations.All.Contains(name)
        ? RekognitionException.Unavailable(name, _analyses.Available)
        : RekognitionException.UnknownOperation(name);

    private static Task FailAsync(HttpContext context, RekognitionException e)
    {
        context.Response.Headers["x-amzn-ErrorType"] = e.Type;
        var error = new RekognitionErrorBody(e.Type, e.Message);
        var body = JsonSerializer.SerializeToUtf8Bytes(error, ProtocolJson.Default.RekognitionErrorBody);
        return WriteAsync(context, e.StatusCode, body);
    }

    private static async Task WriteAsync(HttpContext context, int statusCode, byte[] body)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
