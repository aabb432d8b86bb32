using System.Text.RegularExpressions;

namespace VideoAnalysis.LocalAws.Port;

/// <summary>A service of AWS that is not here, and that a request is meant for.</summary>
/// <param name="Name">Its name, as signatures have it.</param>
/// <param name="Protocol">Its protocol.</param>
internal sealed partial record OtherService(string Name, ServiceProtocol Protocol)
{
    private const string Unnamed = "another service";

    private static readonly string[] OfS3 = ["s3", "s3express", "s3-object-lambda", "s3-outposts"];
    private static readonly string[] RestXml = ["cloudfront", "route53"];

    /// <summary>What to tell its client.</summary>
    public string Message =>
        $"This endpoint speaks S3, Rekognition, and the SendMessage of SQS. It does not speak {Name}. " +
        "AWS_ENDPOINT_URL_S3 and its like point only one service's clients here.";

    /// <summary>Finds out which service a request is meant for.</summary>
    /// <returns>The service; null if it may be S3.</returns>
    public static OtherService? Of(HttpRequest request)
    {
        var headers = request.Headers;
        var signed = SignedFor(request);
        if (headers["smithy-protocol"].ToString().StartsWith("rpc-v2-cbor", StringComparison.OrdinalIgnoreCase))
        {
            return new(signed ?? Unnamed, ServiceProtocol.Cbor);
        }

        if (headers["X-Amz-Target"].ToString() is { Length: > 0 } target)
        {
            return new(signed ?? target.Split('.')[0], ServiceProtocol.Json);
        }

        if (IsQuery(request))
        {
            return new(signed ?? Unnamed, signed == "ec2" ? ServiceProtocol.Ec2Query : ServiceProtocol.Query);
        }

        return signed is null || OfS3.Contains(signed) ? null
            : new(signed, RestXml.Contains(signed) ? ServiceProtocol.Query : ServiceProtocol.RestJson);
    }

    private static bool IsQuery(HttpRequest request) =>
        (HttpMethods.IsPost(request.Method)
            && request.ContentType?.StartsWith(
                "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        || (request.Path.Value is "/"
            or "" && request.Query.ContainsKey("Action") && request.Query.ContainsKey("Version"));

    /// <summary>The service in the scope of a signature: "…/20260304/us-east-1/SERVICE/aws4_request".</summary>
    private static string? SignedFor(HttpRequest request)
    {
        var scope = Scope().Match(request.Headers.Authorization.ToString());
        scope = scope.Success ? scope : Scope().Match(request.Query["X-Amz-Credential"].ToString());
        return scope.Success ? scope.Groups["service"].Value : null;
    }

    [GeneratedRegex(
        @"/[0-9]{8}/[a-z0-9-]{0,32}/(?<service>[A-Za-z0-9-]{1,64})/aws4_request", RegexOptions.CultureInvariant)]
    private static partial Regex Scope();
}
