using System.Text.RegularExpressions;
using VideoAnalysis.Local.Api;
using VideoAnalysis.Local.Hosting;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Hosting;

public sealed partial class LocalFunctionsTests
{
    private static readonly string Template = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "template.yaml"));

    [Fact]
    public void Every_function_of_the_template_can_be_invoked_here_by_its_name()
    {
        var deployed = FunctionLine.Matches(Template).Select(match => match.Groups[1].Value);

        Assert.Equal(deployed.Order(), LocalFunctions.All.Keys.Order());
    }

    [Fact]
    public void Every_route_of_the_template_is_served_here()
    {
        var deployed = RouteLine.Matches(Template).Select(match => match.Groups[1].Value);

        Assert.Equal(deployed.Order(), ApiRoutes.All.Select(route => route.Key).Order());
    }

    [Fact]
    public void Every_route_has_a_function_that_is_there() =>
        Assert.All(ApiRoutes.All, route => Assert.Contains(route.Function, LocalFunctions.All.Keys));

    [Fact]
    public void Every_function_has_the_time_limit_of_the_template()
    {
        var common =
            TimeoutLine.Match(Template[..Template.IndexOf("Resources:", StringComparison.Ordinal)]).Groups[1].Value;

        foreach (var function in LocalFunctions.All.Values)
        {
            var resource =
                Regex.Match(Template, $@"^  {function.Name}:\n(?:(?:    .*)?\n)*", RegexOptions.Multiline).Value;
            var own = TimeoutLine.Match(resource);
            var seconds = own.Success ? own.Groups[1].Value : common;
            Assert.Equal(seconds, function.Timeout.TotalSeconds.ToString(
                System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex(@"^ +Timeout: (\d+)$", RegexOptions.Multiline)]
    private static partial Regex TimeoutLine { get; }

    [GeneratedRegex(@"^  (\w+):\n    Type: AWS::Serverless::Function$", RegexOptions.Multiline)]
    private static partial Regex FunctionLine { get; }

    [GeneratedRegex(@"^      RouteKey: (.+)$", RegexOptions.Multiline)]
    private static partial Regex RouteLine { get; }
}
