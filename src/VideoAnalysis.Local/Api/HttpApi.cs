using System.Text.Json;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.LocalAws.Delivery;

namespace VideoAnalysis.Local.Api;

/// <summary>
/// The HTTP API in front of the functions: makes the event that API Gateway would make of a request, and of the
/// function's answer the response that it would make of that.
/// </summary>
internal sealed class HttpApi(
    IReadOnlyList<ApiRoute> routes, IFunctionInvoker invoker, TimeProvider time, ILogger<HttpApi> logger)
{
    /// <summary>The largest request that an HTTP API takes: 10 MB (API Gateway quotas).</summary>
    private const int MaxRequestBytes = 10 * 1024 * 1024;

    /// <summary>The largest answer that a function can give: 6 MB (Lambda quotas).</summary>
    private const int MaxResponseBytes = 6 * 1024 * 1024;

    /// <summary>How long an HTTP API waits for a function: 30 seconds (API Gateway quotas).</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Answers a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var path = ApiEvents.PathOf(context);
        var matches = routes.Where(route => route.Matches(path, out _)).ToList();
        if (matches.Count == 0)
        {
            await MessageAsync(context, StatusCodes.Status404NotFound, "Not Found");
        }
        else if (matches.Find(route => route.Method == context.Request.Method) is { } route)
        {
            await InvokeAsync(context, route, path);
        }
        else
        {
            await RefuseMethodAsync(context, matches);
        }
    }

    private async Task InvokeAsync(HttpContext context, ApiRoute route, string path)
    {
        if (await ReadBodyAsync(context) is not { } body)
        {
            await MessageAsync(context, StatusCodes.Status413PayloadTooLarge, "Request Entity Too Large");
            return;
        }

        route.Matches(path, out var parameters);
        var request = ApiEvents.Create(context, route, path, parameters, body, time.GetUtcNow());
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        try
        {
            var payload = JsonSerializer.SerializeToUtf8Bytes(request, ApiJson.Default.ApiRequest);
            var answer = await invoker.InvokeAsync(route.Function, payload, either.Token);
            if (answer.Length > MaxResponseBytes)
            {
                throw new InvalidDataException(
                    $"The answer has {answer.Length} bytes, and a function's may have {MaxResponseBytes}.");
            }

            await WriteAsync(context, answer);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody reads an answer.
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            await MessageAsync(context, StatusCodes.Status503ServiceUnavailable, "Service Unavailable");
        }
#pragma warning disable CA1031 // The boundary: whatever a function throws is that request's failure, as on Lambda.
        catch (Exception e) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            logger.ApiBroken(e, route.Key);
            await MessageAsync(context, StatusCodes.Status500InternalServerError, "Internal Server Error");
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > MaxRequestBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> answer)
    {
        var response = JsonSerializer.Deserialize(answer.Span, ApiJson.Default.ApiResponse)
            ?? throw new InvalidDataException("The function answered null.");
        context.Response.StatusCode = response.StatusCode ?? StatusCodes.Status200OK;
        context.Response.Headers["apigw-requestid"] = context.TraceIdentifier;
        foreach (var (name, value) in response.Headers ?? new Dictionary<string, string>())
        {
            context.Response.Headers[name] = value;
        }

        if (response.Cookies is { Count: > 0 } cookies)
        {
            context.Response.Headers.SetCookie = cookies.ToArray();
        }

        var body = response.IsBase64Encoded
            ? Convert.FromBase64String(response.Body ?? "")
            : System.Text.Encoding.UTF8.GetBytes(response.Body ?? "");
        if (body.Length > 0)
        {
            context.Response.ContentType ??= "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    // API Gateway answers 404, as it knows of no such route. That says less than is known.
    private static Task RefuseMethodAsync(HttpContext context, IReadOnlyList<ApiRoute> matches)
    {
        var allowed = string.Join(", ", matches.Select(route => route.Method).Distinct());
        context.Response.Headers.Allow = allowed;
        var problem = Problem.MethodNotAllowed(context.Request.Method, allowed);
        return WriteAsync(context, problem.Status, ProblemJson.ContentType, ProblemJson.Write(problem));
    }

    private static Task MessageAsync(HttpContext context, int status, string message) =>
        WriteAsync(context, status, "application/json", System.Text.Encoding.UTF8.GetBytes(
            $$"""{"message":"{{message}}"}"""));

    private static async Task WriteAsync(HttpContext context, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = HttpMethods.IsHead(context.Request.Method) ? null : body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
