using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;

namespace VideoAnalysis.Functions.Diagnostics;

/// <summary>Wraps every invocation: its id on every line of the log, its deadline, its metrics at the end.</summary>
public sealed class InvocationScope(EmbeddedMetrics metrics, TimeProvider time, ILogger<InvocationScope> logger)
{
    /// <summary>Begins an invocation; disposing of it ends it.</summary>
    public Invocation Begin(ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scope = logger.BeginScope(new Dictionary<string, object> { ["RequestId"] = context.AwsRequestId ?? "" });
        return new(context.RemainingTime, time, () =>
        {
            metrics.Flush();
            scope?.Dispose();
        });
    }
}
