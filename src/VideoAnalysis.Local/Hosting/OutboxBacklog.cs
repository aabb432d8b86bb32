using System.Text.Json;
using VideoAnalysis.Backlog;
using VideoAnalysis.Functions.Sqs;
using VideoAnalysis.Local.Delivery;
using VideoAnalysis.Local.Storage;

namespace VideoAnalysis.Local.Hosting;

/// <summary>The backlog as delayed deliveries: each comes back as the event that SQS would invoke the function with.</summary>
internal sealed class OutboxBacklog(LocalDatabase database, IOutbox outbox, TimeProvider time) : IBacklog
{
    /// <inheritdoc/>
    public Task AddAsync(BacklogEntry entry, TimeSpan delay, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(BacklogMessage.Of(entry), MessageJson.Default.BacklogMessage);
        var message = JsonSerializer.Serialize(SqsEvent.Of("Backlog", body, time.GetUtcNow()), HostingJson.Default.SqsEvent);
        return database.WriteAsync(
            transaction => outbox.Add(transaction, "StartQueued", message, delay), cancellationToken);
    }
}
