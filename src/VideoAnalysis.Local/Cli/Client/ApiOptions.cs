using System.CommandLine;
using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Cli.Client;

/// <summary>The options of every command that asks an HTTP API: where it is, and what to show.</summary>
internal sealed class ApiOptions
{
    /// <summary>The environment variable that stands for --endpoint.</summary>
    public const string EndpointVariable = "VIDEOANALYSIS_ENDPOINT";

    /// <summary>The environment variable that stands for --token.</summary>
    public const string TokenVariable = "VIDEOANALYSIS_TOKEN";

    private const string DefaultEndpoint = "http://localhost:3000";

    private readonly Option<string> _endpoint = new("--endpoint", "-e")
    {
        Description = $"The HTTP API to ask: the local stack's (default: {DefaultEndpoint}), or the output ApiUrl " +
            $"of a deployed one. Or {EndpointVariable}.",
        HelpName = "url",
    };

    private readonly Option<bool?> _sign = new("--sign")
    {
        Description = "Sign requests with your AWS credentials (default: when the API is not on this machine; " +
            "\"--sign false\" leaves it).",
        HelpName = "true|false",
    };

    private readonly Option<string> _region = new("--region")
    {
        Description = "The region to sign for (default: that of the API's host name, or AWS_REGION).",
        HelpName = "region",
    };

    private readonly Option<string> _token = new("--token")
    {
        Description = $"A JWT to show instead of a signature. Better as {TokenVariable}: others on the machine can " +
            "read a command line.",
        HelpName = "jwt",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_endpoint);
        command.Options.Add(_sign);
        command.Options.Add(_region);
        command.Options.Add(_token);
    }

    /// <summary>The API that the command line names, with what it is to be shown.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UsageException">The options make no sense.</exception>
    /// <exception cref="ApiException">There are no credentials.</exception>
    public async Task<ApiClient> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var endpoint = Endpoint(parsed.GetValue(_endpoint) ?? Variable(EndpointVariable) ?? DefaultEndpoint);
        var access = await AccessAsync(parsed, endpoint, cancellationToken);
        return new(endpoint, access, TimeProvider.System);
    }

    private async Task<ApiAccess> AccessAsync(ParseResult parsed, Uri endpoint, CancellationToken cancellationToken)
    {
        var sign = parsed.GetValue(_sign);
        var named = parsed.GetValue(_token);
        if (sign == true && named is not null)
        {
            throw new UsageException("A request is signed or carries a token: --sign and --token exclude each other.");
        }

        var token = sign == true ? null : named ?? Variable(TokenVariable);
        if (token is not null)
        {
            return endpoint.IsLoopback || endpoint.Scheme == Uri.UriSchemeHttps
                ? new TokenAccess(token)
                : throw new UsageException($"A token is not sent to {endpoint} in the clear: use https.");
        }

        return sign ?? !endpoint.IsLoopback
            ? await CredentialChain.OpenAsync(SigningRegion.Of(endpoint, parsed.GetValue(_region)), cancellationToken)
            : new OpenAccess();
    }

    private static Uri Endpoint(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url)
            && url is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }
            ? url
            : throw new UsageException($"--endpoint takes a URL, as {DefaultEndpoint} or " +
                $"https://….execute-api.eu-west-1.amazonaws.com, not \"{value}\".");

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
