namespace VideoAnalysis.Local.Cli.Client;

/// <summary>Nothing: the local stack asks nobody.</summary>
internal sealed class OpenAccess : ApiAccess
{
    /// <inheritdoc/>
    public override HttpMessageHandler Over(HttpMessageHandler transport) => transport;

    /// <inheritdoc/>
    public override string Advise(HttpMethod method) =>
        "The request was not signed. An API that wants AWS credentials is asked with --sign, one that wants a JWT " +
        $"with --token or {ApiOptions.TokenVariable}.";
}
