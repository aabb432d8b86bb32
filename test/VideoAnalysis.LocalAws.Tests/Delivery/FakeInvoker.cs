using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using VideoAnalysis.LocalAws.Delivery;

namespace VideoAnalysis.LocalAws.Tests.Delivery;

/// <summary>Functions that do what the test says. Without a word they succeed.</summary>
internal sealed class FakeInvoker : IFunctionInvoker
{
    private readonly Channel<(string Function, string Payload)> _calls =
        Channel.CreateUnbounded<(string Function, string Payload)>();

    public ConcurrentDictionary<string, Func<string, CancellationToken, Task<string>>> Functions { get; } = [];

    public int Running;

    public int MostRunning;

    public async Task<ReadOnlyMemory<byte>> InvokeAsync(
        string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString(payload.Span);
        MostRunning = Math.Max(MostRunning, Interlocked.Increment(ref Running));
        try
        {
            _calls.Writer.TryWrite((function, text));
            return Functions.TryGetValue(function, out var behaviour)
                ? Encoding.UTF8.GetBytes(await behaviour(text, cancellationToken))
                : ReadOnlyMemory<byte>.Empty;
        }
        finally
        {
            Interlocked.Decrement(ref Running);
        }
    }

    /// <summary>The next call, made or still to be made.</summary>
    public async Task<(string Function, string Payload)> NextCallAsync() =>
        await _calls.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public bool WasCalledAgain => _calls.Reader.TryPeek(out _);
}
