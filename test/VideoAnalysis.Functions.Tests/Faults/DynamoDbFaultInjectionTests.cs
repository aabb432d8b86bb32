using VideoAnalysis.Testing;
using VideoAnalysis.Testing.DynamoDb;
using VideoAnalysis.Testing.Faults;

namespace VideoAnalysis.Functions.Tests.Faults;

/// <summary>
/// The fault injection of the domain, over the deployed store: every single request to DynamoDB fails in turn, too,
/// each in one of the three ways; in all three with <c>DYNAMODB_FAULTS=all</c>, which takes three times as long. In
/// memory every call always goes wrong in every way. The number of points tried is in each test's output.
/// </summary>
[Slow]
public sealed class DynamoDbFaultInjectionTests(DynamoDbLocal server)
{
    private const int RunsAtOnce = 4;

    // What they ask of the store, others ask as well: they are tried in memory only, which takes seconds.
    private static readonly string[] InMemoryOnly =
    [
        "a video without a face", "a job that fails", "faces, and then the cuts at which they end",
        "two analyses, and room for one at a time", "two analyses, one of them refused",
        "two analyses, one of which never completes",
        "faces that end at cuts, collected in steps", "faces that end at cuts, removed",
    ];

    public static TheoryData<string> Scenarios =>
        [.. FaultScenarios.All.Select(scenario => scenario.Name).Except(InMemoryOnly)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task One_fault_anywhere_changes_nothing_in_the_end(string scenario) =>
        ExploreAsync(FaultScenarios.All.Single(each => each.Name == scenario), retries: 0, Redelivery.AtOnce);

    [Fact]
    public Task Nor_does_a_fault_that_is_redriven_late() =>
        ExploreAsync(FaultScenarios.Replacement, retries: 0, Redelivery.Redriven, Redelivery.Lost);

    /// <summary>
    /// An answer that is lost on the way makes the SDK repeat a conditional write that has had its effect.
    /// </summary>
    [Fact]
    public Task Nor_does_a_fault_that_the_SDK_hides() =>
        ExploreAsync(FaultScenarios.HandOver, retries: 1, Redelivery.AtOnce);

    private async Task ExploreAsync(FaultScenario scenario, int retries, params Redelivery[] redeliveries)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var tables = new DynamoDbFaultStore.Pool(server, retries);
        var exploration = new FaultExploration(_ => tables.RentAsync(cancellationToken), RunsAtOnce)
        {
            KindsTakeTurns = Environment.GetEnvironmentVariable("DYNAMODB_FAULTS") != "all",
        };

        var report = await exploration.RunAsync(scenario, redeliveries, cancellationToken);

        Measured.Report($"{report}, in DynamoDB");
        Assert.True(report.Differences.Count == 0, string.Join("\n\n", report.Differences));
        Assert.NotEqual(0, report.Points);
    }
}
