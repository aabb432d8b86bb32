using CsCheck;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Tests.Properties;

/// <summary>
/// Whatever happens to a key in whatever order, however often and how much at once: what is read is what
/// <see cref="UploadsModel"/> says.
/// </summary>
[Slow]
public sealed class OrderAndDuplicatesTests
{
    private const int Iterations = 400;

    /// <summary>Long enough that a list of the bucket tells uploads of the same content apart.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(2.5);

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Frequency(
            (3, Gen.Const(StepKind.Upload)),
            (6, Gen.Const(StepKind.DeliverEvent)),
            (6, Gen.Const(StepKind.FinishJob)),
            (9, Gen.Const(StepKind.DeliverCompletion)),
            (3, Gen.Const(StepKind.Continue)),
            (4, Gen.Const(StepKind.Drain)),
            (2, Gen.Const(StepKind.Reconcile)),
            (2, Gen.Const(StepKind.Remove)),
            (2, Gen.Const(StepKind.Backfill)),
            (1, Gen.Const(StepKind.ChangeRoom)),
            (1, Gen.Const(StepKind.ChangeHurry)),
            (2, Gen.Const(StepKind.ExpireTokens))),
        Gen.Int[0, 11],
        (kind, choice) => new Step(kind, choice));

    [Fact]
    public void One_thing_after_the_other() =>
        Check(AnyStep.Array[10, 60]
            .Select(steps => steps.Select(step => new[] { step }).ToArray()), killsInThousand: 0);

    [Fact]
    public void Several_things_at_once() => Check(AnyStep.Array[1, 3].Array[10, 30], killsInThousand: 0);

    [Fact]
    public void Several_things_at_once_in_processes_that_die() =>
        Check(AnyStep.Array[1, 3].Array[10, 30], killsInThousand: 30);

    /// <summary>
    /// Of uploads within a second a list of the bucket does not tell which came first; their events do.
    /// </summary>
    [Fact]
    public void Uploads_of_the_same_second()
    {
        var steps = AnyStep.Where(step => step.Kind is not StepKind.Backfill).Array[1, 3].Array[10, 30];
        Check(steps, killsInThousand: 0, TimeSpan.FromMilliseconds(300));
    }

    private static void Check(Gen<Step[][]> stories, int killsInThousand, TimeSpan? pause = null)
    {
        var calls = 0;
        Gen.Select(stories, Gen.Int).Sample(
            (story, seed) =>
            {
                var simulation = new Simulation(seed, killsInThousand, pause ?? Apart);
                foreach (var steps in story)
                {
                    simulation.Play(steps);
                }

                simulation.Settle();
                Interlocked.Add(ref calls, simulation.Calls);
            },
            iter: Iterations,
            print: story =>
                $"seed {story.Item2}: {string.Join("; ", story.Item1.Select(at => string.Join(" | ", at)))}");
        Measured.Report($"{Iterations} random stories, {calls} calls to the outside");
    }
}
