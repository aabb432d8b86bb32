using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using VideoAnalysis.Backfilling;
using VideoAnalysis.Functions.Diagnostics;

namespace VideoAnalysis.Functions;

/// <summary>Analyses what lay in the bucket before.</summary>
public sealed class BackfillFunctions(Backfiller backfiller, InvocationScope invocations)
{
    /// <summary>
    /// Takes a <see cref="BackfillRequest"/> from whoever operates the stack, and answers with what it did.
    /// </summary>
    [LambdaFunction]
    public async Task<BackfillReport> Backfill(BackfillRequest request, ILambdaContext context)
    {
        using var invocation = invocations.Begin(context);
        return await backfiller.RunAsync(request, invocation.HandOverAt, invocation.CancellationToken);
    }
}
