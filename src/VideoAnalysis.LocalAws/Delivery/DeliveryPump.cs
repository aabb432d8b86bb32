namespace VideoAnalysis.LocalAws.Delivery;

/// <summary>
/// Takes what is due from the queue and invokes the functions, a few at a time each, so that a slow function holds
/// up no other. A delivery leaves the queue only after its function succeeded: what a killed process was at is
/// delivered again by the next one.
/// </summary>
internal sealed class DeliveryPump : BackgroundService
{
    private static readonly TimeSpan BrokenQueueDelay = TimeSpan.FromSeconds(5);

    private readonly DeliveryQueue _queue;
    private readonly IFunctionInvoker _invoker;
    private readonly DeliveryOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<DeliveryPump> _logger;
    private readonly ITimer _timer;

    // Touched by the loop alone; what has ended is taken out by the loop too.
    private readonly Dictionary<long, (string Function, Task Task)> _running = [];

    public DeliveryPump(
        DeliveryQueue queue,
        IFunctionInvoker invoker,
        DeliveryOptions options,
        TimeProvider time,
        ILogger<DeliveryPump> logger)
    {
        _queue = queue;
        _invoker = invoker;
        _options = options.Validate();
        _time = time;
        _logger = logger;
        _timer = time.CreateTimer(_ => _queue.Signal(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _timer.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _queue.EndWaitsAsync(cancellationToken);
        }
#pragma warning disable CA1031 // A full disk must not end the pump: what waits is due in its time.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _logger.DeliveryQueueBroken(e, BrokenQueueDelay);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var found = await _queue.CountAsync(stoppingToken);
            if (found > 0)
            {
                _logger.DeliveriesFound(found);
            }

            var deadLetters = await _queue.DeadLettersAsync(stoppingToken);
            if (deadLetters.Count > 0)
            {
                _logger.DeadLettersFound(deadLetters.Count);
            }

            while (true)
            {
                WakeAt(await StartDueAsync(stoppingToken));
                await _queue.WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Being stopped is how this ends.
        }
        finally
        {
            await Task.WhenAll(_running.Values.Select(running => running.Task));
        }
    }

    /// <summary>Starts whatever is due and has room.</summary>
    /// <returns>When the next delivery that has room comes due; null if there is none.</returns>
    private async Task<DateTimeOffset?> StartDueAsync(CancellationToken stoppingToken)
    {
        foreach (var (id, _) in _running.Where(running => running.Value.Task.IsCompleted).ToList())
        {
            _running.Remove(id);
        }

        try
        {
            DateTimeOffset? next = null;
            foreach (var function in await _queue.FunctionsAsync(stoppingToken))
            {
                var due = await StartDueAsync(function, stoppingToken);
                next = due < (next ?? DateTimeOffset.MaxValue) ? due : next;
            }

            return next;
        }
        // A full disk must not end the pump: everything here stands in the queue, to be tried again.
#pragma warning disable CA1031
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _logger.DeliveryQueueBroken(e, BrokenQueueDelay);
            return _queue.Now + BrokenQueueDelay;
        }
    }

    private async Task<DateTimeOffset?> StartDueAsync(string function, CancellationToken stoppingToken)
    {
        var running = _running.Where(entry => entry.Value.Function == function).Select(entry => entry.Key).ToHashSet();
        var room = _options.Of(function).MaxConcurrencyPerFunction - running.Count;
        if (room == 0)
        {
            // An invocation that ends signals, and makes room.
            return null;
        }

        foreach (var (delivery, due) in await _queue.PeekAsync(function, running, room, stoppingToken))
        {
            if (due > _queue.Now)
            {
                return due;
            }

            var task = Task.Run(() => DeliverAsync(delivery, stoppingToken), CancellationToken.None);
            _running[delivery.Id] = (function, task);

            // Not within the task: the loop must find it completed when it looks.
            _ = task.ContinueWith(_ => _queue.Signal(), TaskScheduler.Default);
        }

        return null;
    }

    private void WakeAt(DateTimeOffset? due)
    {
        var wait = due is { } at ? at - _queue.Now : Timeout.InfiniteTimeSpan;
        if (due is not null && wait < TimeSpan.Zero)
        {
            wait = TimeSpan.Zero;
        }

        // A timer takes at most 49 days; to wake early is only to look again.
        _timer.Change(wait < TimeSpan.FromDays(1) ? wait : TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
    }

    private async Task DeliverAsync(PendingDelivery delivery, CancellationToken stoppingToken)
    {
        try
        {
            await InvokeAsync(delivery, stoppingToken);
        }
        // The queue itself failed. The delivery stays in it, and is due again; see StartDueAsync.
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            _logger.DeliveryQueueBroken(e, BrokenQueueDelay);

            // It counts as running meanwhile, so that a full disk does not have it invoked over and over.
            await Task.Delay(BrokenQueueDelay, _time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task InvokeAsync(PendingDelivery delivery, CancellationToken stoppingToken)
    {
        Exception? failure = null;
        string error;
        try
        {
            var response = await _invoker.InvokeAsync(delivery.Function, delivery.Payload, stoppingToken);
            if (!BatchResponse.ReportsFailure(response))
            {
                await _queue.RemoveAsync(delivery);
                _logger.DeliveryDone(delivery.Function, delivery.Id, delivery.Failures + 1);
                return;
            }

            error = "The function reported the message as failed (batchItemFailures).";
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Not the function's failure: the attempt is not counted.
            _logger.DeliveryInterrupted(delivery.Function, delivery.Id);
            return;
        }
#pragma warning disable CA1031 // The boundary: whatever a function throws is that invocation's failure, as on Lambda.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failure = e;
            error = $"{e.GetType().Name}: {e.Message}";
        }

        await FailedAsync(delivery, error, failure);
    }

    private async Task FailedAsync(PendingDelivery delivery, string error, Exception? failure)
    {
        var attempts = delivery.Failures + 1;
        var options = _options.Of(delivery.Function);
        if (attempts >= options.MaxAttempts)
        {
            await _queue.GiveUpAsync(delivery, error);
            _logger.DeliveryGivenUp(failure, delivery.Function, delivery.Id, attempts);
            return;
        }

        var delay = options.RetryDelay(attempts, Random.Shared.NextDouble());
        await _queue.RetryAsync(delivery, delay);
        _logger.DeliveryRetried(delivery.Function, delivery.Id, attempts, options.MaxAttempts, delay, error);
    }
}
