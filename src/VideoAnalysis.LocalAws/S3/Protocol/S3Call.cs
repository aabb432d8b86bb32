using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using Microsoft.AspNetCore.Http.Features;

namespace VideoAnalysis.LocalAws.S3.Protocol;

/// <summary>One request to the endpoint, and its response.</summary>
internal sealed class S3Call
{
    public S3Call(HttpContext context)
    {
        Http = context;
        RequestId = RandomNumberGenerator.GetHexString(16);
        HostId = Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));
    }

    public HttpContext Http { get; }

    public HttpRequest Request => Http.Request;

    public HttpResponse Response => Http.Response;

    /// <summary>Cancelled when the client is gone.</summary>
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>As in <c>x-amz-request-id</c>.</summary>
    public string RequestId { get; }

    /// <summary>As in <c>x-amz-id-2</c>.</summary>
    public string HostId { get; }

    /// <summary>What the request is about. Known once <see cref="Resolve"/> has been called.</summary>
    public S3Address Address { get; private set; } = new(null, null);

    /// <summary>The bucket, where the operation has one.</summary>
    public string Bucket => Address.Bucket ?? throw S3Errors.InvalidRequest("This operation needs a bucket.");

    /// <summary>The key, where the operation has one.</summary>
    public string Key => Address.Key ?? throw S3Errors.InvalidRequest("This operation needs a key.");

    /// <summary>
    /// Whether the request is signed, with a header or as a presigned address. Signatures are not checked.
    /// </summary>
    public bool IsSigned =>
        Request.Headers.Authorization.Count > 0
        || Request.Query.ContainsKey("X-Amz-Signature")
        || Request.Query.ContainsKey("Signature");

    /// <summary>Reads the address, and the headers that a presigned address carries in its query.</summary>
    /// <exception cref="S3Exception">One of them cannot be read.</exception>
    public void Resolve()
    {
        QueryHeaders.Move(Request);
        Address = S3Address.Parse(Target(Http), Request.Host.Host);
    }

    /// <summary>The target of a request as it was sent.</summary>
    public static string Target(HttpContext context) =>
        context.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } target
            ? target
            : context.Request.Path + context.Request.QueryString;

    /// <summary>A parameter of the query; null if it is not there.</summary>
    public string? Query(string name) => Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>A header; null if it is not there.</summary>
    public string? Header(string name) => Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>A parameter of the query that is a number.</summary>
    /// <exception cref="S3Exception">The parameter is not a number, or is out of range.</exception>
    public int? QueryNumber(string name, int minimum, int maximum)
    {
        if (Query(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= minimum && number <= maximum
                ? number
                : throw S3Errors.InvalidArgument(
                    name, text, $"Argument {name} must be an integer between {minimum} and {maximum}");
    }

    /// <summary>How this request brings an object about.</summary>
    public ObjectCreation Creation(string eventName) =>
        new(eventName, RequestId, HostId, Http.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1");

    /// <summary>Answers with a document.</summary>
    public async Task RespondAsync(Action<XmlWriter> write, int status = StatusCodes.Status200OK)
    {
        var body = S3Xml.Write(write);
        Response.StatusCode = status;
        Response.ContentType = "application/xml";
        Response.ContentLength = body.Length;
        await Response.Body.WriteAsync(body, Aborted);
    }

    /// <summary>Answers without a body.</summary>
    public Task RespondAsync(int status)
    {
        Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
