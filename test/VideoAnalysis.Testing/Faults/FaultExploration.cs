using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Testing.Faults;

/// <summary>
/// Plays a scenario once undisturbed, counting its calls to the outside, and then once for every call, every
/// <see cref="FaultKind"/> and every <see cref="Redelivery"/>. Every time it has to end the same.
/// </summary>
/// <param name="openStore">Makes an empty store; its clock is the run's.</param>
/// <param name="concurrency">How many runs at once.</param>
public sealed class FaultExploration(Func<TimeProvider, Task<IFaultStore>> openStore, int concurrency = 1)
{
    private const int MostDifferencesTold = 5;

    private static readonly FaultKind[] AllKinds = Enum.GetValues<FaultKind>();

    /// <summary>
    /// Whether each call goes wrong in one way only, the next call in the next way: a third of the runs.
    /// </summary>
    public bool KindsTakeTurns { get; init; }

    /// <summary>Lets every call go wrong in turn.</summary>
    public async Task<FaultReport> RunAsync(
        FaultScenario scenario, IReadOnlyList<Redelivery> redeliveries, CancellationToken cancellationToken)
    {
        var (undisturbed, calls) = await PlayAsync(scenario, new FaultPlan(), Redelivery.AtOnce);
        var points =
            from call in Enumerable.Range(0, calls)
            from kind in KindsTakeTurns ? [AllKinds[call % AllKinds.Length]] : AllKinds
            from redelivery in redeliveries
            select (Faults: (IReadOnlyList<Fault>)[new(call, kind)], redelivery);
        return await TryAsync(scenario, undisturbed, points, cancellationToken);
    }

    /// <summary>Lets every two calls go wrong in one run, the second one anywhere in what follows the first.</summary>
    public async Task<FaultReport> RunPairsAsync(
        FaultScenario scenario, IReadOnlyList<Redelivery> redeliveries, CancellationToken cancellationToken)
    {
        var (undisturbed, calls) = await PlayAsync(scenario, new FaultPlan(), Redelivery.AtOnce);
        var points =
            from first in Enumerable.Range(0, calls)
            from second in Enumerable.Range(first + 1, calls)
            from kind in AllKinds
            from secondKind in AllKinds
            from redelivery in redeliveries
            select (Faults: (IReadOnlyList<Fault>)[new(first, kind), new(second, secondKind)], redelivery);
        return await TryAsync(scenario, undisturbed, points, cancellationToken);
    }

    private async Task<FaultReport> TryAsync(
        FaultScenario scenario,
        EndState undisturbed,
        IEnumerable<(IReadOnlyList<Fault> Faults, Redelivery Redelivery)> points,
        CancellationToken cancellationToken)
    {
        var tried = 0;
        var differences = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(
            points,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (point, _) =>
            {
                Interlocked.Increment(ref tried);
                var plan = new FaultPlan(point.Faults);
                string? end;
                try
                {
                    var (state, _) = await PlayAsync(scenario, plan, point.Redelivery);
                    end = state.IsAsGoodAs(undisturbed) ? null : state.ToString();
                }
                catch (Exception exception)
                {
                    // A run that throws has found something too; the others still count.
                    end = exception.ToString();
                }

                if (end is not null && differences.Count < MostDifferencesTold)
                {
                    differences.Enqueue($"{plan}, {point.Redelivery}:\n{end}\ninstead of\n{undisturbed}");
                }
            });
        return new(scenario.Name, tried, [.. differences]);
    }

    private async Task<(EndState State, int Calls)> PlayAsync(
        FaultScenario scenario, FaultPlan plan, Redelivery redelivery)
    {
        var clock = new FakeTimeProvider(Some.Noon);
        var store = await openStore(clock);
        await using var _ = store as IAsyncDisposable;
        var world = new FaultWorld(new Outside(store, clock, scenario.Analyses), plan, redelivery);
        await scenario.Play(world);
        await world.SettleAsync();
        return (await EndState.OfAsync(world), plan.Calls.Count);
    }
}
