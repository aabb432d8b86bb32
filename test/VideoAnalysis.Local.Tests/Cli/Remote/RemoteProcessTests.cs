using System.Diagnostics;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Running;
using VideoAnalysis.Local.Tests.Cli.Client;
using VideoAnalysis.Local.Tests.EndToEnd;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Cli.Remote;

/// <summary>What only the program as a whole shows: its environment, its streams, and what it ends with.</summary>
[Slow]
public sealed class RemoteProcessTests : IDisposable
{
    private const string EmptyList = """{"videos":[]}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Requests_are_signed_with_the_credentials_of_the_environment()
    {
        await using var server = await FakeApi.StartedAsync(wantsSignatures: true);
        server.Answers(200, EmptyList);

        var (code, _, error) =
            await RunAsync(server, AwsEnvironment(FakeApi.AccessKey), "list", "--sign", "--region", FakeApi.Region);

        Assert.Equal((ExitCodes.Success, "There are no videos.\n"), (code, error));
    }

    [Fact(Timeout = 120_000)]
    public async Task Or_with_those_of_the_profile_and_for_its_region()
    {
        await using var server = await FakeApi.StartedAsync(wantsSignatures: true);
        server.Answers(200, EmptyList);
        var credentials = Path.Combine(_folder.Path, "credentials");
        await File.WriteAllTextAsync(
            credentials,
            $"""
            [work]
            aws_access_key_id = {FakeApi.AccessKey}
            aws_secret_access_key = {FakeApi.Secret}
            region = {FakeApi.Region}
            """,
            TestContext.Current.CancellationToken);

        var (code, _, error) = await RunAsync(
            server, new() { ["AWS_SHARED_CREDENTIALS_FILE"] = credentials, ["AWS_PROFILE"] = "work" },
            "list", "--sign");

        Assert.Equal((ExitCodes.Success, "There are no videos.\n"), (code, error));
    }

    [Fact(Timeout = 120_000)]
    public async Task Credentials_that_are_refused_end_it_with_1_and_are_named()
    {
        await using var server = await FakeApi.StartedAsync(wantsSignatures: true);

        var (code, output, error) = await RunAsync(
            server, AwsEnvironment("AKIAOTHER"), "results", "film.mp4", "--sign", "--region", FakeApi.Region);

        Assert.Equal(ExitCodes.Failure, code);
        Assert.Equal("", output);
        Assert.Contains("AKIAOTHER", error, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeApi.Secret, error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Ctrl_C_ends_the_watching_with_130()
    {
        await using var server = await FakeApi.StartedAsync();
        server.Answers(
            200,
            """
            {
              "key": "film.mp4", "status": "QUEUED", "uploadedAt": "2026-03-04T05:06:07Z",
              "analyses": {"faces":{"status":"QUEUED"}}, "detections": []
            }
            """,
            ("Retry-After", "60"));
        using var process = Process.Start(Start(server, [], "results", "film.mp4", "--watch"))!;
        await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);

        await StackProcess.InterruptAsync(process);

        Assert.Equal(ExitCodes.Interrupted, process.ExitCode);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("nobody to ask", "delete", "film.mp4")]
    [InlineData("an endpoint that is none", "list", "--endpoint", "here")]
    [InlineData("a status that is none", "list", "--status", "DONE")]
    [InlineData("a time that is none", "results", "film.mp4", "--from", "soon")]
    [InlineData("an end before the start", "results", "film.mp4", "--from", "2000", "--to", "1000")]
    [InlineData("a token in the clear", "list", "--endpoint", "http://videos.example.com", "--token", "a.b.c")]
    [InlineData("a region that nobody knows", "list", "--endpoint", "https://videos.example.com")]
    public async Task What_makes_no_sense_ends_it_with_2(string wrong, params string[] arguments)
    {
        await using var server = await FakeApi.StartedAsync();

        var (code, _, error) = await RunAsync(server, [], arguments);

        Assert.True(code == ExitCodes.Usage, $"{wrong}: {code} {error}");
        Assert.NotEqual("", error);
        Assert.Empty(server.Requests);
    }

    [Fact(Timeout = 300_000)]
    public async Task Analyze_writes_the_result_to_files_and_to_standard_output()
    {
        var json = Path.Combine(_folder.Path, "film.json");

        using var process = Process.Start(StackProcess.Start(
            "analyze", "-q", TestVideos.Path("five-seconds.mp4"), "--analyses", "faces", "--json", json,
            "--csv", "-"))!;
        var (code, output, error) = await EndAsync(process);

        Assert.Equal(ExitCodes.Success, code);
        Assert.StartsWith("video,timestamp,appearance,confidence,", output, StringComparison.Ordinal);
        Assert.Contains(" detections, confidence ", error, StringComparison.Ordinal);
        Assert.Contains("\"detections\":[{", await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    private static Dictionary<string, string> AwsEnvironment(string accessKey) => new()
    {
        ["AWS_ACCESS_KEY_ID"] = accessKey,
        ["AWS_SECRET_ACCESS_KEY"] = FakeApi.Secret,
    };

    private static ProcessStartInfo Start(
        FakeApi server, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = StackProcess.Start(arguments);
        start.RedirectStandardInput = true;
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal))
            .ToList())
        {
            start.Environment.Remove(name);
        }

        // Whoever runs the tests may have credentials, and their machine others to offer.
        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment[ApiOptions.EndpointVariable] = server.Endpoint.AbsoluteUri;
        start.Environment.Remove(ApiOptions.TokenVariable);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(
        FakeApi server, Dictionary<string, string> environment, params string[] arguments)
    {
        using var process = Process.Start(Start(server, environment, arguments))!;
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    private static async Task<(int Code, string Output, string Error)> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
