using System.Text.RegularExpressions;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>
/// The template knows the analyses that the code has: their names, their conditions and their alarms.
/// </summary>
public sealed partial class AnalysisTests
{
    private static readonly Stack Stack = Stack.Current;

    public static TheoryData<string> Analyses => [.. AnalysisSet.All];

    [Theory]
    [InlineData("Analyses")]
    [InlineData("AnalysesOnRequest")]
    public void The_parameter_takes_the_names_of_all_analyses_and_nothing_else(string parameter)
    {
        var pattern = Stack.Template["Parameters"]![parameter]!["AllowedPattern"]!.GetValue<string>();

        Assert.Equal(AnalysisSet.All, NamesInPattern().Match(pattern).Groups["names"].Value.Split('|'));
        Assert.All(AnalysisSet.Possible, set => Assert.Matches(pattern, set.ToString()));
        Assert.All(["smells", "faces labels", "facesfaces", ",", "faces,smells", "faces,,"], text =>
            Assert.DoesNotMatch(pattern, text));
        Assert.Equal(parameter == "AnalysesOnRequest", Regex.IsMatch("", pattern));
    }

    [Fact]
    public void No_name_is_a_part_of_another() => Assert.All( // The conditions look for a name within a text.
        AnalysisSet.All,
        name => Assert.Single(AnalysisSet.All, other => other.Contains(name, StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Analyses))]
    public void An_analysis_has_a_condition_that_holds_where_it_may_be_started(string name) => Assert.All(
        AnalysisSet.Possible,
        set => Assert.Equal(set.Names.Contains(name), set.Conditions.Hold($"Analyzes{AnalysisSet.Title(name)}")));

    [Theory]
    [MemberData(nameof(Analyses))]
    public void An_analysis_has_an_alarm_for_its_failures(string name)
    {
        var alarm = Stack[$"{AnalysisSet.Title(name)}FailAlarm"];

        var watched = alarm["Metrics"]!.AsArray().Select(metric => metric!["MetricStat"]?["Metric"]).Where(
            metric => metric is not null);

        Assert.Equal($"Analyzes{AnalysisSet.Title(name)}", alarm.Condition);
        Assert.Equal(
            [$"Failed {name}", $"Succeeded {name}"],
            watched.Select(metric => $"{metric!["MetricName"]} {metric["Dimensions"]!.AsArray().Single()!["Value"]}"));
    }

    [GeneratedRegex(@"\(\((?<names>[a-z|]+)\)\(")]
    private static partial Regex NamesInPattern();
}
