using System.Globalization;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;

namespace VideoAnalysis.Functions.Http;

/// <summary>Shapes HTTP answers.</summary>
internal static class Answer
{
    /// <summary>
    /// Longer bodies go in base64. The answer travels as the text of a JSON document, where a quote may take six
    /// bytes: JSON within it could outgrow Lambda's 6 MB, base64 takes just a third more.
    /// </summary>
    private const int MostBytesAsText = 100_000;

    public static APIGatewayHttpApiV2ProxyResponse Of(int status, string contentType, ReadOnlyMemory<byte> body)
    {
        var answer = Empty(status);
        answer.Headers["Content-Type"] = contentType;
        answer.SetBody(body);
        return answer;
    }

    public static APIGatewayHttpApiV2ProxyResponse Json(int status, ReadOnlyMemory<byte> body) =>
        Of(status, "application/json", body);

    public static APIGatewayHttpApiV2ProxyResponse NoContent() => Empty(204);

    public static APIGatewayHttpApiV2ProxyResponse Of(Problem problem)
    {
        var answer = Of(problem.Status, ProblemJson.ContentType, ProblemJson.Write(problem));
        if (problem.Methods is { } methods)
        {
            answer.Headers["Allow"] = methods;
        }

        return problem.RetryAfter is { } delay ? answer.WithRetryAfter(delay) : answer;
    }

    public static APIGatewayHttpApiV2ProxyResponse WithRetryAfter(
        this APIGatewayHttpApiV2ProxyResponse answer, TimeSpan delay)
    {
        answer.Headers["Retry-After"] = ((int)delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return answer;
    }

    public static APIGatewayHttpApiV2ProxyResponse With(
        this APIGatewayHttpApiV2ProxyResponse answer, string header, string value)
    {
        answer.Headers[header] = value;
        return answer;
    }

    /// <summary>The answer to HEAD: the same, without the body.</summary>
    public static APIGatewayHttpApiV2ProxyResponse WithoutBody(this APIGatewayHttpApiV2ProxyResponse answer)
    {
        (answer.Body, answer.IsBase64Encoded) = (null, false);
        return answer;
    }

    public static void SetBody(
        this APIGatewayHttpApiV2ProxyResponse answer, ReadOnlyMemory<byte> body, bool isText = true)
    {
        answer.IsBase64Encoded = !isText || body.Length > MostBytesAsText;
        answer.Body = answer.IsBase64Encoded ? Convert.ToBase64String(body.Span) : Encoding.UTF8.GetString(body.Span);
    }

    public static APIGatewayHttpApiV2ProxyResponse Empty(int status) => new()
    {
        StatusCode = status,
        Headers = new Dictionary<string, string>
        {
            ["Cache-Control"] = "no-store",
            ["X-Content-Type-Options"] = "nosniff",
        },
    };
}
