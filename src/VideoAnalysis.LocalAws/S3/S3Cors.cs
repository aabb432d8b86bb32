using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3;

/// <summary>What pages of other origins may do: those of the options everything, others nothing.</summary>
internal sealed class S3Cors(S3Options options)
{
    private const string Exposed =
        "ETag, Content-Length, Content-Range, Accept-Ranges, Last-Modified, x-amz-request-id, x-amz-id-2, x-amz-version-id, "
        + "x-amz-checksum-crc32, x-amz-checksum-crc32c, x-amz-checksum-crc64nvme, x-amz-checksum-sha1, x-amz-checksum-sha256";

    /// <summary>Marks the response for a page that may see it, and answers a preflight.</summary>
    /// <returns>Whether the request is answered with that.</returns>
    /// <exception cref="S3Exception">The page may not do this.</exception>
    public bool Handle(S3Call call)
    {
        var (request, headers) = (call.Request, call.Response.Headers);
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            return false;
        }

        headers.Vary = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";
        if (!options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase) && !options.AllowedOrigins.Contains("*"))
        {
            // What reads is answered, and the browser keeps the answer from the page. What changes something is
            // refused: no credentials protect this endpoint, and any page on the Web can have a form sent to it.
            return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
                ? false
                : throw S3Errors.AccessDenied($"Pages of the origin {origin} may not use this endpoint. Allow it in the options of the local stack.");
        }

        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = Exposed;
        if (!HttpMethods.IsOptions(request.Method))
        {
            return false;
        }

        headers.AccessControlAllowMethods = "GET, HEAD, PUT, POST, DELETE";
        headers.AccessControlAllowHeaders = request.Headers.AccessControlRequestHeaders;
        headers.AccessControlMaxAge = "3600";
        return true;
    }
}
