using Amazon.Lambda.SQSEvents;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Functions.Diagnostics;

namespace VideoAnalysis.Functions.Sqs;

/// <summary>Deals with the messages of an SQS event, each on its own.</summary>
internal static class SqsBatch
{
    /// <summary>Does every message; those that fail are reported, and SQS delivers them again.</summary>
    /// <exception cref="FormatException">The event is not an event of SQS.</exception>
    public static async Task<SQSBatchResponse> DoAsync(
        SQSEvent sqsEvent, Func<SQSEvent.SQSMessage, Task> work, ILogger logger)
    {
        var failures = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (SQSEvent.SQSMessage? message in sqsEvent.Records is { Count: > 0 } records
            ? records
            : throw new FormatException("The event has no records: it is not an event of SQS."))
        {
            try
            {
                await work(message ?? throw new FormatException("The event has a message that cannot be read."));
            }
            catch (Exception exception)
            {
                // The boundary between messages: only the bad one comes back, and ends in the dead-letter queue.
                // Without an id the whole batch comes back, which does the good ones no harm.
                logger.MessageFailed(exception, message?.MessageId);
                failures.Add(new() { ItemIdentifier = message?.MessageId ?? "" });
            }
        }

        return new() { BatchItemFailures = failures };
    }
}
