namespace VideoAnalysis.Local.Cli.Client;

/// <summary>What a caller shows to be let in.</summary>
internal abstract class ApiAccess
{
    /// <summary>Has it shown with every request.</summary>
    /// <param name="transport">Sends the requests.</param>
    public abstract HttpMessageHandler Over(HttpMessageHandler transport);

    /// <summary>Says what was shown, and what is needed, when that was not enough.</summary>
    /// <param name="method">The method of the request: reading and deleting take different permissions.</param>
    public abstract string Advise(HttpMethod method);
}
