using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;

namespace VideoAnalysis.Functions.Http;

/// <summary>Reads the JSON of a request's body.</summary>
internal static class BodyReader
{
    /// <summary>Reads the body as JSON of a type.</summary>
    /// <exception cref="ProblemException">The body is not JSON, or has another shape.</exception>
    public static T Read<T>(APIGatewayHttpApiV2ProxyRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        // A page of another site can send a text without asking; JSON it cannot.
        if (!string.Equals(
            new RequestHeaders(request).ContentType, "application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(Problem.UnsupportedMediaType());
        }

        try
        {
            var body = request.IsBase64Encoded
                ? Convert.FromBase64String(request.Body ?? "")
                : Encoding.UTF8.GetBytes(request.Body ?? "");
            return JsonSerializer.Deserialize(body, type)
                ?? throw new ProblemException(Problem.InvalidBody("The body is null; it has to be an object."));
        }
        catch (JsonException exception)
        {
            var place = exception.Path is { Length: > 1 } path ? $" at {path}" : "";
            throw new ProblemException(
                Problem.InvalidBody($"The body is no JSON of the expected shape{place}; openapi.yaml has it."));
        }
        catch (FormatException)
        {
            throw new ProblemException(Problem.InvalidBody("The body is not in base64, as the request says it is."));
        }
    }
}
