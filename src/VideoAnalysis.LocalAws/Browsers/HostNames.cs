using System.Net;

namespace VideoAnalysis.LocalAws.Browsers;

/// <summary>
/// The names under which the local stack answers. Any page on the Web can have its own name lead to this machine (DNS
/// rebinding), and is then of the same origin as the local stack.
/// </summary>
/// <param name="others">Further names.</param>
internal sealed class HostNames(IEnumerable<string> others)
{
    private const string Local = "localhost";

    private readonly HashSet<string> _names = new(
        [Local, "host.docker.internal", Dns.GetHostName(), Dns.GetHostName() + ".local", .. others],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a request is meant for this machine: addresses always are, as nobody can make them lead elsewhere.
    /// </summary>
    public bool Allows(HostString host) =>
        host.Host.Length == 0
        || IPAddress.TryParse(host.Host, out _)
        || _names.Contains(host.Host)
        || host.Host.EndsWith("." + Local, StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses a request that is meant for another name.</summary>
    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        ClosedOrigin.Apply(context.Response.Headers);
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            $"The local stack does not answer under the name {context.Request.Host.Host}. If it is a name of this " +
            $"machine, start it with --allow-host {context.Request.Host.Host}.\n",
            context.RequestAborted);
    }
}
