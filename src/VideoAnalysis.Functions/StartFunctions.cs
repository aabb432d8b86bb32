using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.SQSEvents;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Backlog;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.Sqs;
using VideoAnalysis.Functions.Starting;
using VideoAnalysis.Starting;

namespace VideoAnalysis.Functions;

/// <summary>Starts analyses: of what was uploaded, and of what had to wait.</summary>
public sealed class StartFunctions(
    AnalysisStarter starter, BacklogDrainer drainer, InvocationScope invocations, ILogger<StartFunctions> logger)
{
    /// <summary>Takes S3's <c>ObjectCreated</c> events.</summary>
    /// <exception cref="AggregateException">Some records failed. The others are done, and doing them again does no harm.</exception>
    [LambdaFunction]
    public async Task StartAnalysis(S3Event s3Event, ILambdaContext context)
    {
        using var invocation = invocations.Begin(context);
        if (s3Event.Records is not { Count: > 0 } records)
        {
            logger.NothingToDo(nameof(StartAnalysis)); // S3 sends an s3:TestEvent to a new subscriber.
            return;
        }

        await StartAsync(records, invocation.CancellationToken);
    }

    /// <summary>Takes entries of the backlog, and S3 events on which <see cref="StartAnalysis"/> had failed.</summary>
    [LambdaFunction]
    public async Task<SQSBatchResponse> StartQueued(SQSEvent sqsEvent, ILambdaContext context)
    {
        using var invocation = invocations.Begin(context);
        return await SqsBatch.DoAsync(
            sqsEvent,
            message => QueuedStart.Read(message.Body) switch
            {
                { Entry: { } entry } => drainer.DrainAsync(entry, invocation.CancellationToken),
                { Uploads: var uploads } => StartAsync(uploads?.Records ?? [], invocation.CancellationToken),
            },
            logger);
    }

    private Task StartAsync(List<S3Event.S3EventNotificationRecord> records, CancellationToken cancellationToken) =>
        EachRecord.DoAsync(records, record => StartAsync(record, cancellationToken));

    private async Task StartAsync(S3Event.S3EventNotificationRecord record, CancellationToken cancellationToken)
    {
        if (!S3Uploads.IsCreation(record))
        {
            logger.NotAnUpload(record.EventName);
            return;
        }

        var upload = S3Uploads.Read(record);
        if (!upload.Video.HasVideoExtension)
        {
            logger.NotAVideo(upload.Video);
            return;
        }

        await starter.StartAsync(upload, cancellationToken);
    }
}
