using System.Diagnostics;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Functions.Tests.Template;

/// <summary>
/// What the community's own tools think of the template. They are left out, and said to be, where they are not
/// installed.
/// </summary>
[Slow]
public sealed class TemplateToolTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);
    private static readonly string Template = RepositoryFile.Path("template.yaml");

    [Fact]
    public async Task Cfn_lint_has_nothing_to_say_not_even_for_information()
    {
        var (exitCode, output) = await RunAsync("cfn-lint", "--include-checks", "I", "--template", Template);

        Assert.True(exitCode == 0 && output.Length == 0, output);
    }

    [Fact]
    public async Task The_sam_transform_accepts_it()
    {
        // The transform wants code that is uploaded already, and policies by name, of which the template uses none.
        const string Program = """
            import sys
            try:
                from samtranslator.yaml_helper import yaml_parse
                from samtranslator.translator.transform import transform
            except ImportError:
                sys.exit(77)
            template = yaml_parse(open(sys.argv[1], encoding="utf-8").read())
            template["Globals"]["Function"]["CodeUri"] = "s3://bucket/code.zip"
            result = transform(template, {}, type("NoPolicies", (), {"load": lambda self: {}})())
            functions = [r for r in result["Resources"].values() if r["Type"] == "AWS::Lambda::Function"]
            roles = [r for r in result["Resources"].values() if r["Type"] == "AWS::IAM::Role"]
            print(len(functions), len(roles))
            """;

        var (exitCode, output) = await RunAsync("python3", "-c", Program, Template);

        Assert.SkipWhen(exitCode == 77, "Left out: the Python package aws-sam-translator is not installed.");
        var functions = Stack.Current.Functions.Count;
        Assert.True(exitCode == 0, output);
        // No role of SAM's making; two more are Rekognition's and the pipe's.
        Assert.Equal($"{functions} {functions + 2}", output.Trim());
    }

    [Fact]
    public async Task So_it_is_in_every_combination_of_the_parameters_that_change_resources()
    {
        var program = RepositoryFile.Path("test", "VideoAnalysis.Functions.Tests", "Template", "combinations.py");

        var (exitCode, output) = await RunAsync("python3", program, Template);

        Assert.SkipWhen(exitCode == 77, $"Left out: the Python package {output.Trim()} is not installed.");
        Assert.True(exitCode == 0, output);
        Assert.Equal("128 translated, 16 different in more than a value, 8 linted", output.Trim());
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string tool, params string[] arguments)
    {
        using var timeLimit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeLimit.CancelAfter(TimeLimit);
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(tool, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["AWS_DEFAULT_REGION"] = "us-east-1" },
            },
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"Left out: {tool} is not installed.");
        }

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeLimit.Token);
            var errors = process.StandardError.ReadToEndAsync(timeLimit.Token);
            await process.WaitForExitAsync(timeLimit.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
