namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>The guides name what the template has, so that neither is changed without the other.</summary>
public sealed class GuideTests
{
    private static readonly Stack Stack = Stack.Current;

    public static TheoryData<string> Parameters =>
        [.. Stack.Template[nameof(Parameters)]!.AsObject().Select(pair => pair.Key)];

    public static TheoryData<string> Outputs => [.. Stack.Template[nameof(Outputs)]!.AsObject().Select(pair => pair.Key)
        .Where(name => name.StartsWith("Redrive", StringComparison.Ordinal)
            || name.EndsWith("Arn", StringComparison.Ordinal))];

    public static TheoryData<string> Alarms => [.. Stack.OfType("AWS::CloudWatch::Alarm").Select(alarm => alarm.Name)];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_parameter_is_explained(string name) => AssertNamed(name, "deploy.md");

    [Theory]
    [MemberData(nameof(Outputs))]
    public void An_output_that_nobody_would_guess_is_explained(string name) =>
        AssertNamed(name, "deploy.md", "operate.md");

    [Theory]
    [MemberData(nameof(Alarms))]
    public void Whom_an_alarm_wakes_finds_what_to_do(string name) => AssertNamed(name, "operate.md");

    [Fact]
    public void What_the_alarms_cost_is_counted_right()
    {
        var defaults = new Conditions(new Dictionary<string, string>());
        var alarms = Stack.OfType("AWS::CloudWatch::Alarm")
            .Where(alarm => alarm.Condition is not { } condition || defaults.Hold(condition)).ToList();

        // A query counts every metric that it finds: with the default, one.
        var metrics = alarms.Sum(
            alarm => Math.Max(1, alarm["Metrics"]?.AsArray().Count(metric => metric!["MetricStat"] is not null) ?? 1));

        Assert.Contains(
            $"| {alarms.Count} alarms on {metrics} metrics ",
            File.ReadAllText(RepositoryFile.Path("docs", "costs.md")),
            StringComparison.Ordinal);
    }

    private static void AssertNamed(string name, params string[] guides) => Assert.Contains(
        $"`{name}`",
        string.Concat(guides.Select(guide => File.ReadAllText(RepositoryFile.Path("docs", guide)))),
        StringComparison.Ordinal);
}
