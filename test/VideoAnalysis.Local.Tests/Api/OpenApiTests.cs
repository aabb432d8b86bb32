using System.Diagnostics;
using System.Text.Json;
using VideoAnalysis.Testing;
using VideoAnalysis.Testing.Npm;

namespace VideoAnalysis.Local.Tests.Api;

/// <summary>
/// Holds openapi.yaml against the running API: every operation, every status, every format, and every type of problem
/// that can be had over HTTP, with a validator of the OpenAPI and JSON Schema communities.
/// </summary>
[Slow]
public sealed class OpenApiTests
{
    /// <summary>The API's own routes keep these from happening.</summary>
    private static readonly string[] OutOfReach = ["path-not-found", "method-not-allowed"];

    [Fact(Timeout = 120_000)]
    public async Task The_description_describes_what_the_api_does()
    {
        await using var api = await ContractSystem.StartAsync();
        await ContractWalk.TakeAsync(api);

        var wrong = await ValidateAsync(api.Exchanges);
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
        AssertEveryProblemWasSeen(api.Exchanges);
    }

    private static async Task<string[]> ValidateAsync(IEnumerable<Exchange> exchanges)
    {
        const string What = "The validator of openapi.yaml";
        var token = TestContext.Current.CancellationToken;
        var folder = await NpmFolder.InstallAsync("openapi", What, token);
        using var temporary = new TemporaryFolder();
        var file = Path.Combine(temporary.Path, "exchanges.json");
        var document = Path.Combine(temporary.Path, "openapi.yaml");
        await File.WriteAllTextAsync(document,
            exchanges.Single(exchange => exchange is { Operation: "GET /openapi.yaml", Status: 200 }).Body, token);
        await File.WriteAllBytesAsync(
            file, JsonSerializer.SerializeToUtf8Bytes(exchanges, JsonSerializerOptions.Web), token);
        using var node = Process.Start(new ProcessStartInfo(
            CommandPath.Find("node", What, "apt-get install nodejs"),
            [Path.Combine(folder, "validate.mjs"), document, file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await Task.WhenAll(
            node.StandardOutput.ReadToEndAsync(token), node.StandardError.ReadToEndAsync(token));
        await node.WaitForExitAsync(token);
        Assert.True(node.ExitCode == 0, output[1]);
        return JsonSerializer.Deserialize<string[]>(output[0])!;
    }

    private static void AssertEveryProblemWasSeen(IEnumerable<Exchange> exchanges)
    {
        const string Prefix = "urn:videoanalysis:problem:";
        var documented = File.ReadLines(DocumentPath)
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("- " + Prefix, StringComparison.Ordinal))
            .Select(line => line[(Prefix.Length + 2)..]);
        var seen = exchanges.Where(exchange => exchange.Status >= 400)
            .Select(exchange => exchange.Text("type")[Prefix.Length..]);

        Assert.Equal(documented.Except(OutOfReach).Order(), seen.Distinct().Order());
    }

    private static string DocumentPath => Path.Combine(RepositoryFolder.Path, "openapi.yaml");
}
