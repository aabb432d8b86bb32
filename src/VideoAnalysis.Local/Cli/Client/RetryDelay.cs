using System.Net;

namespace VideoAnalysis.Local.Cli.Client;

/// <summary>Whether, and when, an API that is busy is asked once more.</summary>
internal static class RetryDelay
{
    private const int Attempts = 4;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    /// <summary>How long to wait before the next attempt; null when the answer stands.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="attempt">Which attempt it answers, from 1.</param>
    public static TimeSpan? After(HttpResponseMessage response, int attempt)
    {
        if (attempt == Attempts || !IsBusy(response.StatusCode))
        {
            return null;
        }

        var delay = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(Math.Pow(2, attempt - 1));
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private static bool IsBusy(HttpStatusCode status) => status
        is HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;
}
