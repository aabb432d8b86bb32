using Microsoft.AspNetCore.Http.Features;
using VideoAnalysis.LocalAws.Browsers;
using VideoAnalysis.LocalAws.S3.Protocol;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.S3;

/// <summary>Takes requests, hands them to their operation, and answers errors as S3 does.</summary>
/// <remarks>
/// Any credentials do: neither signatures nor the expiry of presigned addresses are checked. What keeps others out is
/// that the local stack listens on loopback, and what <see cref="S3Cors"/> refuses to pages.
/// </remarks>
internal sealed class S3Endpoint(S3Router router, S3Cors cors, ILogger<S3Endpoint> logger)
{
    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        // S3's own limit is far above the web server's, and checked where the body is read.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        var call = new S3Call(context);
        ClosedOrigin.Apply(call.Response.Headers);
        call.Response.Headers["x-amz-request-id"] = call.RequestId;
        call.Response.Headers["x-amz-id-2"] = call.HostId;
        try
        {
            if (!cors.Handle(call))
            {
                call.Resolve();
                await router.Find(call)(call);
            }
        }
        catch (S3Exception e)
        {
            await AnswerAsync(call, e);
        }
        catch (BadHttpRequestException e)
        {
            // The web server gave up on the body: cut off, too slow, or badly framed.
            await AnswerAsync(call, new S3Exception(e.StatusCode, "IncompleteBody", e.Message));
        }
        catch (Exception e) when (call.Aborted.IsCancellationRequested
            && e is OperationCanceledException or IOException)
        {
            // The client is gone; there is nobody to answer.
        }
        // The boundary of the protocol: clients act on S3's own errors, and this is the one for all others.
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.RequestFailed(e, context.Request.Method, S3Call.Target(context));
            await AnswerAsync(
                call,
                e.IsDiskFull() ? S3Errors.StorageFull()
                    : e.IsOutOfFiles() ? S3Errors.SlowDown() : S3Errors.InternalError());
        }
    }

    private async Task AnswerAsync(S3Call call, S3Exception error)
    {
        logger.RequestRefused(call.Request.Method, S3Call.Target(call.Http), error.Status, error.Code, error.Message);
        if (call.Response.HasStarted)
        {
            // Too late for an error document: a broken connection is the only way to say it.
            call.Http.Abort();
            return;
        }

        foreach (var name in call.Response.Headers.Select(header => header.Key).Where(IsAboutContent).ToList())
        {
            call.Response.Headers.Remove(name);
        }

        foreach (var (name, value) in error.Headers)
        {
            call.Response.Headers[name] = value;
        }

        if (call.Request.Headers.Expect.Count > 0)
        {
            // Who asks first ("100-continue") does not send the body after a refusal; what comes next on this
            // connection would be taken for it.
            call.Response.Headers.Connection = "close";
        }

        if (HttpMethods.IsHead(call.Request.Method))
        {
            call.Response.StatusCode = error.Status;
            return;
        }

        await call.RespondAsync(
            xml => xml.Group("Error", root =>
            {
                root.Text("Code", error.Code);
                root.Text("Message", error.Message);
                foreach (var (element, value) in error.Details)
                {
                    root.Text(element, value);
                }

                root.Text("Resource", S3Call.Target(call.Http).Split('?')[0]);
                root.Text("RequestId", call.RequestId);
                root.Text("HostId", call.HostId);
            }),
            error.Status);
    }

    /// <summary>Whether a header tells of the object, which the answer then is not.</summary>
    private static bool IsAboutContent(string header) =>
        !ClosedOrigin.Has(header)
        && !header.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)
        && !header.Equals("Vary", StringComparison.OrdinalIgnoreCase)
        && !header.Equals("x-amz-request-id", StringComparison.OrdinalIgnoreCase)
        && !header.Equals("x-amz-id-2", StringComparison.OrdinalIgnoreCase);
}
