using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Collecting;
using VideoAnalysis.Diagnostics;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.Sqs;

namespace VideoAnalysis.Functions;

/// <summary>Collects the results of finished jobs.</summary>
public sealed class CollectFunctions(
    ResultCollector collector, InvocationScope invocations, AnalysisMetrics metrics, ILogger<CollectFunctions> logger)
{
    /// <summary>Takes Rekognition's completion messages from SNS.</summary>
    /// <exception cref="AggregateException">
    /// Some records failed. The others are done, and doing them again does no harm.
    /// </exception>
    [LambdaFunction]
    public async Task CollectResults(SNSEvent snsEvent, ILambdaContext context)
    {
        using var invocation = invocations.Begin(context);
        await CollectAsync(snsEvent, invocation);
    }

    /// <summary>
    /// Takes collections that ran out of time, SNS events on which <see cref="CollectResults"/> had failed, and
    /// notifications that SNS could not deliver.
    /// </summary>
    [LambdaFunction]
    public async Task<SQSBatchResponse> ContinueCollection(SQSEvent sqsEvent, ILambdaContext context)
    {
        using var invocation = invocations.Begin(context);
        return await SqsBatch.DoAsync(
            sqsEvent,
            message => message.Body switch
            {
                var body when EventBody.IsEvent(body) =>
                    CollectAsync(EventBody.ReadEvent<SNSEvent>(body), invocation),
                var body when EventBody.IsNotification(body) => CollectAsync(EventBody.MessageOf(body), invocation),
                var body => CollectAsync(body, invocation),
            },
            logger);
    }

    private Task CollectAsync(SNSEvent snsEvent, Invocation invocation) => snsEvent.Records is { Count: > 0 } records
        ? EachRecord.DoAsync(records, record => CollectAsync(record?.Sns?.Message, invocation))
        : throw new FormatException("The event has no records: it is not an event of SNS.");

    private async Task CollectAsync(string? message, Invocation invocation)
    {
        var completion = JsonSerializer.Deserialize(message ?? "null", MessageJson.Default.CompletionMessage)
            ?? throw new FormatException("The record holds no message.");
        if (completion.IsForeign)
        {
            // Somebody else's job reports to the same topic. No number of retries makes it one of ours.
            logger.ForeignJob(completion.JobId);
            metrics.Foreign();
            return;
        }

        await collector.CollectAsync(completion.ToCompletion(), invocation.HandOverAt, invocation.CancellationToken);
    }
}
