using System.Text.Json;
using VideoAnalysis.LocalAws.Delivery;

namespace VideoAnalysis.Local.Hosting;

/// <summary>Invokes Reconcile on a schedule, as template.yaml's rule does.</summary>
internal sealed class ReconcileSchedule(
    IFunctionInvoker invoker, TimeProvider time, ILogger<ReconcileSchedule> logger) : BackgroundService
{
    /// <summary>The schedule of template.yaml.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await InvokeAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Being stopped is how this ends.
        }
    }

    private async Task InvokeAsync(CancellationToken stoppingToken)
    {
        try
        {
            var run = new ScheduledEvent(Guid.NewGuid().ToString(), time.GetUtcNow());
            await invoker.InvokeAsync(
                "Reconcile",
                JsonSerializer.SerializeToUtf8Bytes(run, HostingJson.Default.ScheduledEvent),
                stoppingToken);
        }
#pragma warning disable CA1031 // The boundary: a failed run must not end the schedule, and the next one does its work.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            logger.ReconcileFailed(e);
        }
    }
}
