using System.Net;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using VideoAnalysis.LocalAws.Port;

namespace VideoAnalysis.Local.Hosting;

/// <summary>A port of the local stack, and what is behind it.</summary>
/// <param name="Option">The command line's option that chooses it.</param>
/// <param name="Requested">The port that was asked for; 0 for a free one.</param>
internal sealed record LocalPort(string Option, int Requested)
{
    private ListenOptions? _listener;

    /// <summary>Where it is reached from this machine, once it listens.</summary>
    /// <exception cref="InvalidOperationException">The port does not listen yet.</exception>
    public Uri Url
    {
        get
        {
            var endpoint = _listener?.IPEndPoint
                ?? throw new InvalidOperationException("The port does not listen yet.");

            // The address that stands for all of them is none to connect to.
            var address = endpoint.Address.Equals(IPAddress.Any) ? IPAddress.Loopback
                : endpoint.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
                : endpoint.Address;
            return new UriBuilder(Uri.UriSchemeHttp, address.ToString(), endpoint.Port).Uri;
        }
    }

    /// <summary>Has a server listen on it, and its connections remember that they came here.</summary>
    public void ListenOn(KestrelServerOptions server, IPAddress address) =>
        server.Listen(address, Requested, listener =>
        {
            _listener = listener;
            new ConnectionLimit(ConnectionLimit.Default).Use(listener);
            listener.Use(next => connection =>
            {
                connection.Items[this] = this;
                return next(connection);
            });
        });

    /// <summary>Whether a request came in here.</summary>
    public bool Received(HttpContext context) =>
        context.Features.Get<IConnectionItemsFeature>()?.Items.ContainsKey(this) == true;
}
