using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.LocalAws.Delivery;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Tests.Delivery;

/// <summary>A queue in a folder, and a pump on it that can be stopped and started as the process would be.</summary>
internal sealed class PumpHarness : IAsyncDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly DataFolder _folder;
    private DeliveryPump? _pump;

    public PumpHarness()
    {
        _folder = DataFolder.Open(_temporary.Path);
        Database = new LocalDatabase(_folder, [new SchemaPart("delivery", DeliveryQueue.Schema)]);
        Clock = new SteppedTime(Time);
        Queue = new DeliveryQueue(Database, Clock);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    /// <summary>What the pump and the queue take for the machine's clock.</summary>
    public SteppedTime Clock { get; }

    public LocalDatabase Database { get; }

    public DeliveryQueue Queue { get; private set; }

    public FakeInvoker Invoker { get; } = new();

    public LogEvents<DeliveryPump> Log { get; } = new();

    public DeliveryOptions Options { get; init; } = new();

    public async Task StartAsync()
    {
        Queue = new DeliveryQueue(Database, Clock);
        _pump = new DeliveryPump(Queue, Invoker, Options, Clock, Log);
        await _pump.StartAsync(TestContext.Current.CancellationToken);
    }

    public async Task StopAsync()
    {
        if (_pump is not null)
        {
            await _pump.StopAsync(TestContext.Current.CancellationToken);
            _pump.Dispose();
            _pump = null;
        }
    }

    public Task AddAsync(string function, string payload, TimeSpan? delay = null) =>
        Database.WriteAsync(transaction => Queue.Add(transaction, function, payload, delay));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Database.Dispose();
        _folder.Dispose();
        _temporary.Dispose();
    }
}
