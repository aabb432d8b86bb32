using VideoAnalysis.LocalAws.Browsers;
using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3;

/// <summary>
/// What web pages may do: those of the origins in the options get and put objects, as the CORS rules of the deployed
/// bucket say; others do nothing.
/// </summary>
internal sealed class S3Cors(S3Options options)
{
    private const string Methods = "GET, HEAD, PUT";

    /// <summary>Marks the response for a page that may see it, and answers a preflight.</summary>
    /// <returns>Whether the request is answered with that.</returns>
    /// <exception cref="S3Exception">The page may not do this.</exception>
    public bool Handle(S3Call call)
    {
        var (request, headers) = (call.Request, call.Response.Headers);
        headers.Vary = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";
        if (ForeignPages.RefusalFor(request, options.AllowedOrigins) is { } refusal)
        {
            throw S3Errors.AccessDenied(refusal);
        }

        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            return false;
        }

        var isPreflight = HttpMethods.IsOptions(request.Method);
        var method = isPreflight ? request.Headers.AccessControlRequestMethod.ToString() : request.Method;
        if (!Methods.Split(", ").Contains(method, StringComparer.Ordinal))
        {
            throw S3Errors.AccessDenied(
                $"This CORS request is not allowed: pages may send {Methods}, as to the deployed bucket.");
        }

        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = "ETag";
        if (isPreflight)
        {
            headers.AccessControlAllowMethods = Methods;
            headers.AccessControlAllowHeaders = request.Headers.AccessControlRequestHeaders;
            headers.AccessControlMaxAge = "3600";
        }

        return isPreflight;
    }
}
