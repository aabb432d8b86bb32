using System.Net.Sockets;
using System.Text;

namespace VideoAnalysis.LocalAws.Tests.Port;

public sealed class ConnectionLimitTests
{
    private static readonly byte[] Request = Encoding.ASCII.GetBytes(
        "GET /videos/film.mp4 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task One_connection_too_many_is_told_to_come_again_and_is_answered_when_another_one_ends()
    {
        await using var port = await PortHarness.StartAsync(connections: 3);
        var idle = new List<TcpClient>();
        while (!(await port.SendAsync(Request, Token)).StartsWith("HTTP/1.1 503 ", StringComparison.Ordinal))
        {
            Assert.InRange(idle.Count, 0, 3);
            idle.Add(await port.ConnectAsync(Token));
        }

        idle.ForEach(client => client.Dispose());

        string answer;
        do
        {
            answer = await port.SendAsync(Request, Token);
        }
        while (answer.StartsWith("HTTP/1.1 503 ", StringComparison.Ordinal));
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
    }
}
