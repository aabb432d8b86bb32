using System.Globalization;
using Amazon.Lambda.APIGatewayEvents;

namespace VideoAnalysis.Functions.Api;

/// <summary>Shapes HTTP answers.</summary>
internal static class Answer
{
    public static APIGatewayHttpApiV2ProxyResponse Json(string body) => Text(200, "application/json", body);

    public static APIGatewayHttpApiV2ProxyResponse NoContent() => new() { StatusCode = 204 };

    public static APIGatewayHttpApiV2ProxyResponse Of(Problem problem)
    {
        var answer = Text(problem.Status, "application/problem+json", ResultJson.Write(problem));
        if (problem is { Status: 405, Allowed: { } methods })
        {
            answer.Headers["Allow"] = methods;
        }

        return answer;
    }

    public static APIGatewayHttpApiV2ProxyResponse WithRetryAfter(
        this APIGatewayHttpApiV2ProxyResponse answer, TimeSpan delay)
    {
        answer.Headers["Retry-After"] = ((int)delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return answer;
    }

    private static APIGatewayHttpApiV2ProxyResponse Text(int status, string contentType, string body) => new()
    {
        StatusCode = status,
        Headers = new Dictionary<string, string>
        {
            ["Content-Type"] = contentType,
            ["Cache-Control"] = "no-store",
            ["X-Content-Type-Options"] = "nosniff",
        },
        Body = body,
    };
}
