using VideoAnalysis.Testing;
using VideoAnalysis.Testing.Faults;

namespace VideoAnalysis.Tests.Faults;

/// <summary>
/// Every call to the outside fails in turn, in every way, and the system ends in the same state nevertheless.
/// The number of points tried is in each test's output.
/// </summary>
[Slow]
public sealed class FaultInjectionTests
{
    private static readonly FaultExploration InMemory =
        new(clock => Task.FromResult<IFaultStore>(new MemoryFaultStore(clock)));

    public static TheoryData<string> Scenarios => [.. FaultScenarios.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task One_fault_anywhere_changes_nothing_in_the_end(string scenario)
    {
        var report = await InMemory.RunAsync(
            FaultScenarios.All.Single(each => each.Name == scenario),
            Enum.GetValues<Redelivery>(),
            TestContext.Current.CancellationToken);

        Check(report);
    }

    [Theory]
    [InlineData(Redelivery.AtOnce)]
    [InlineData(Redelivery.Redriven)]
    [InlineData(Redelivery.Lost)]
    public async Task Two_faults_change_nothing_either(Redelivery redelivery)
    {
        var report = await InMemory.RunPairsAsync(
            FaultScenarios.Small, [redelivery], TestContext.Current.CancellationToken);

        Check(report);
    }

    private static void Check(FaultReport report)
    {
        Measured.Report(report.ToString());
        Assert.True(report.Differences.Count == 0, string.Join("\n\n", report.Differences));
        Assert.NotEqual(0, report.Points);
    }
}
