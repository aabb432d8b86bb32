using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace VideoAnalysis.LocalAws.Tests.Delivery;

/// <summary>A logger that a test can wait on: what is logged has been written to the queue before.</summary>
internal sealed class LogEvents<T> : ILogger<T>
{
    private readonly Channel<string> _names = Channel.CreateUnbounded<string>();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        _names.Writer.TryWrite(eventId.Name ?? "");

    /// <summary>Waits until an event of this name is logged; skips others.</summary>
    public async Task WaitForAsync(string name)
    {
        while (await _names.Reader.ReadAsync(TestContext.Current.CancellationToken) != name)
        {
        }
    }
}
