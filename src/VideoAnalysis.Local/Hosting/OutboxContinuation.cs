using System.Text.Json;
using VideoAnalysis.Collecting;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Functions.Sqs;
using VideoAnalysis.Local.Delivery;
using VideoAnalysis.Local.Storage;

namespace VideoAnalysis.Local.Hosting;

/// <summary>Continuations as deliveries: each comes as the event that SQS would invoke the function with.</summary>
internal sealed class OutboxContinuation(LocalDatabase database, IOutbox outbox, TimeProvider time) : IContinuation
{
    /// <inheritdoc/>
    public Task ContinueAsync(Completion completion, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(CompletionMessage.Of(completion), MessageJson.Default.CompletionMessage);
        var message = JsonSerializer.Serialize(
            SqsEvent.Of("Continuations", body, time.GetUtcNow()), HostingJson.Default.SqsEvent);
        return database.WriteAsync(
            transaction => outbox.Add(transaction, "ContinueCollection", message), cancellationToken);
    }
}
