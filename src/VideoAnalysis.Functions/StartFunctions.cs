using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Microsoft.Extensions.Logging;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.Sqs;
using VideoAnalysis.Functions.Starting;
using VideoAnalysis.Starting;

namespace VideoAnalysis.Functions;

/// <summary>Starts analyses: of what was uploaded, and of what had to wait.</summary>
public sealed class StartFunctions(
    AnalysisStarter starter,
    BacklogDrainer drainer,
    InvocationScope invocations,
    TimeProvider time,
    ILogger<StartFunctions> logger)
{
    /// <summary>
    /// Takes events of created objects, in any of the wrappings that <see cref="UploadEvents"/> takes off.
    /// </summary>
    /// <exception cref="AggregateException">
    /// Some records failed, or are not understood. The others are done, and doing them again does no harm.
    /// </exception>
    [LambdaFunction]
    public async Task StartAnalysis(JsonElement uploadEvent, ILambdaContext context)
    {
        using var invocation = invocations.Begin(context);
        await StartEachAsync(uploadEvent, invocation.CancellationToken);
    }

    /// <summary>Takes entries of the backlog, and whatever <see cref="StartAnalysis"/> takes.</summary>
    [LambdaFunction]
    public async Task<SQSBatchResponse> StartQueued(SQSEvent sqsEvent, ILambdaContext context)
    {
        using var invocation = invocations.Begin(context);
        return await SqsBatch.DoAsync(
            sqsEvent,
            message => QueuedStart.Read(message.Body) switch
            {
                { Entry: { } entry } => drainer.DrainAsync(entry, invocation.CancellationToken),
                { Event: var uploadEvent } => StartEachAsync(uploadEvent, invocation.CancellationToken),
            },
            logger);
    }

    private Task StartEachAsync(JsonElement uploadEvent, CancellationToken cancellationToken) =>
        EachRecord.DoAsync(UploadEvents.Unwrap(uploadEvent), record => StartAsync(record, cancellationToken));

    private async Task StartAsync(JsonElement record, CancellationToken cancellationToken)
    {
        if (UploadEvents.Read(record, time.GetUtcNow(), logger) is not { } upload)
        {
            return;
        }

        if (!upload.Video.HasVideoExtension)
        {
            logger.NotAVideo(upload.Video);
            return;
        }

        await starter.StartAsync(upload, cancellationToken);
    }
}
