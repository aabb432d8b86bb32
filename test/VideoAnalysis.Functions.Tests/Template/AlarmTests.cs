namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>What the alarms watch, within what CloudWatch lets an alarm watch.</summary>
public sealed class AlarmTests
{
    /// <summary>
    /// The most metrics in an alarm's expression (CloudWatch User Guide, "CloudWatch service quotas").
    /// </summary>
    private const int MostMetrics = 10;

    private static readonly Stack Stack = Stack.Current;

    [Fact]
    public void No_alarm_has_more_metrics_than_CloudWatch_takes() => Assert.All(
        Stack.OfType("AWS::CloudWatch::Alarm"),
        alarm => Assert.InRange(alarm["Metrics"]?.AsArray().Count ?? 1, 1, MostMetrics));

    [Fact]
    public void No_alarm_searches() // CloudWatch takes no SEARCH in an alarm.
        => Assert.All(Stack.OfType("AWS::CloudWatch::Alarm"), alarm =>
            Assert.DoesNotContain("SEARCH(", alarm.Definition.ToJsonString(), StringComparison.Ordinal));

    [Fact]
    public void Throttling_of_any_function_is_noticed_however_many_there_are()
    {
        var alarm = Stack["ThrottledAlarm"];
        var watched = alarm["Dimensions"] is null && alarm["Metrics"] is null
            ? Stack.Functions.Count // The metric without a dimension is the sum over all functions of the account.
            : Stack.Functions.Count(
                function => alarm.Definition.ToJsonString().Contains($"\"{function.Name}\"", StringComparison.Ordinal));

        Assert.Equal(("AWS/Lambda", "Throttles"),
            (alarm["Namespace"]!.GetValue<string>(), alarm["MetricName"]!.GetValue<string>()));
        Assert.Equal(Stack.Functions.Count, watched);
        Assert.True(Stack.Functions.Count > MostMetrics);
    }
}
