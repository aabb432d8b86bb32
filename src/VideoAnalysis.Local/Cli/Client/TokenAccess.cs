using System.Net.Http.Headers;

namespace VideoAnalysis.Local.Cli.Client;

/// <summary>A JWT of the identity provider that the stack was told of.</summary>
/// <param name="token">The token.</param>
internal sealed class TokenAccess(string token) : ApiAccess
{
    /// <inheritdoc/>
    public override HttpMessageHandler Over(HttpMessageHandler transport) => new Handler(token, transport);

    /// <inheritdoc/>
    public override string Advise(HttpMethod method)
    {
        var scope = method.Method switch
        {
            "DELETE" => " To delete, it needs the scope JwtDeleteScope.",
            "POST" => " To start analyses, it needs the scope JwtAnalyzeScope.",
            _ => "",
        };
        return "It was sent with a token. The token must not have expired, and must be of the stack's JwtIssuer " +
            $"and JwtAudience.{scope}";
    }

    private sealed class Handler(string token, HttpMessageHandler transport) : DelegatingHandler(transport)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
