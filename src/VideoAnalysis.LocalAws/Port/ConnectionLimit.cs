using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace VideoAnalysis.LocalAws.Port;

/// <summary>
/// Bounds the connections of a port, and by that the files that are open at a time: one connection too many is told to
/// come again, and is answered as soon as another one ends.
/// </summary>
/// <param name="most">How many connections there may be at a time.</param>
internal sealed class ConnectionLimit(int most)
{
    /// <summary>
    /// Far above what clients open. A request has a socket and at most three files: two ports of these need 2,048, half
    /// of the least that systems allow a process.
    /// </summary>
    public const int Default = 256;

    /// <summary>How long a connection that is refused may take to read its answer.</summary>
    private static readonly TimeSpan WaitForRoom = TimeSpan.FromSeconds(2);

    private static readonly byte[] Refusal = Encoding.ASCII.GetBytes(
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\nContent-Type: text/plain\r\n"
        + "Content-Length: 66\r\n\r\nThe local stack has as many connections open as it may. Try again.");

    private int _open;

    /// <summary>Has the connections of a port counted.</summary>
    public void Use(ListenOptions listener) => listener.Use(next => async connection =>
    {
        try
        {
            if (Interlocked.Increment(ref _open) <= most)
            {
                await next(connection);
                return;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }

        await RefuseAsync(connection);
    });

    private static async Task RefuseAsync(ConnectionContext connection)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
        patience.CancelAfter(WaitForRoom);
        try
        {
            // A request that is not read would have the answer thrown away with the connection.
            var read = await connection.Transport.Input.ReadAsync(patience.Token);
            connection.Transport.Input.AdvanceTo(read.Buffer.End);
            await connection.Transport.Output.WriteAsync(Refusal, patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client sends nothing or is gone; there is nobody to answer.
        }
    }
}
