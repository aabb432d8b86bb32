using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using VideoAnalysis.Functions.Diagnostics;
using VideoAnalysis.Functions.Events;
using VideoAnalysis.Reconciling;

namespace VideoAnalysis.Functions;

/// <summary>Looks after jobs of which nothing was heard.</summary>
public sealed class ReconcileFunctions(Reconciler reconciler, InvocationScope invocations)
{
    /// <summary>Takes the schedule's event, and answers with what it did.</summary>
    [LambdaFunction]
    public async Task<ReconcileReport> Reconcile(ScheduledRun run, ILambdaContext context)
    {
        using var invocation = invocations.Begin(context);
        return await reconciler.RunAsync(invocation.HandOverAt, invocation.CancellationToken);
    }
}
