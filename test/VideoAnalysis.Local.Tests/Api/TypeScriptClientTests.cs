using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using VideoAnalysis.Analyses;
using VideoAnalysis.Testing;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Npm;
using VideoAnalysis.Testing.Samples;

namespace VideoAnalysis.Local.Tests.Api;

/// <summary>
/// openapi.yaml is good for a client: from it alone comes one in strict TypeScript (build/typescript/client.ts, which
/// has no cast), that calls every operation of the running API.
/// </summary>
[Slow]
public sealed partial class TypeScriptClientTests
{
    private const string What = "The TypeScript client";
    private const string Finished = "folder/this is #1, 100% 코드.mp4";

    [Fact(Timeout = 300_000)]
    public async Task A_generated_client_compiles_strictly_and_calls_every_operation()
    {
        var token = TestContext.Current.CancellationToken;
        await using var api = await ContractSystem.StartAsync(Analyses);
        await AnalyseAsync(api);
        using var folder = new TemporaryFolder();
        var packages = await NpmFolder.InstallAsync("typescript", What, token);
        foreach (var file in (string[])["client.ts", "package.json", "tsconfig.json"])
        {
            File.Copy(Path.Combine(packages, file), Path.Combine(folder.Path, file));
        }

        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "node_modules"), Path.Combine(packages, "node_modules"));
        var document = Path.Combine(RepositoryFolder.Path, "openapi.yaml");
        await NodeAsync(folder, "node_modules/openapi-typescript/bin/cli.js", document, "--output", "api.d.ts");
        await NodeAsync(folder, "node_modules/typescript/bin/tsc", "--project", ".");

        var said = await NodeAsync(folder, "client.js", api.Address.AbsoluteUri.TrimEnd('/'), Finished, "broken.mp4");

        Assert.Equal(
            OperationsOf(await File.ReadAllTextAsync(document, token)).Order(),
            JsonSerializer.Deserialize<string[]>(said)!.Order());
        Assert.DoesNotContain(
            await File.ReadAllLinesAsync(Path.Combine(folder.Path, "client.ts"), token),
            line => !line.StartsWith("//", StringComparison.Ordinal) && Cast.IsMatch(line));
    }

    // All that openapi.yaml describes; the last one is made up.
    private static AnalysisRegistry Analyses =>
        new([.. AnalysisSamples.All.SkipLast(1).Select(sample => sample.Analysis)]);

    [GeneratedRegex(@"\bas \w|\bany\b|@ts-|\w!\.")]
    private static partial Regex Cast { get; }

    [GeneratedRegex("^  (/[^:]*):$|^    (get|post|delete):$", RegexOptions.Multiline)]
    private static partial Regex PathOrMethod { get; }

    private static IEnumerable<string> OperationsOf(string document)
    {
        var path = "";
        foreach (var match in PathOrMethod.Matches(document).AsEnumerable())
        {
            if (match.Groups[1].Success)
            {
                path = match.Groups[1].Value;
            }
            else
            {
                yield return $"{match.Groups[2].Value.ToUpperInvariant()} {path}";
            }
        }
    }

    private static async Task AnalyseAsync(ContractSystem api)
    {
        await api.Domain.UploadAsync(Some.Upload(Finished, 1));
        foreach (var job in api.Domain.Engine.Running)
        {
            var analysis = api.Domain.Engine.RequestOf(job).Analysis.Name;
            api.Domain.Engine.Succeed(job, AnalysisSamples.Find(analysis).Detections(20));
            await api.Domain.CompleteAsync(job);
        }

        await api.Domain.UploadAsync(Some.Upload("broken.mp4", 2));
        api.Domain.Catalog.Uploads.Add(Some.Upload("broken.mp4", 2));
        foreach (var job in api.Domain.Engine.Running)
        {
            api.Domain.Engine.Fail(job, null);
            await api.Domain.CompleteAsync(job);
        }
    }

    private static async Task<string> NodeAsync(TemporaryFolder folder, params IEnumerable<string> arguments)
    {
        var token = TestContext.Current.CancellationToken;
        using var node =
            Process.Start(new ProcessStartInfo(CommandPath.Find("node", What, "apt-get install nodejs"), arguments)
            {
                WorkingDirectory = folder.Path,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var said = await Task.WhenAll(
            node.StandardOutput.ReadToEndAsync(token), node.StandardError.ReadToEndAsync(token));
        await node.WaitForExitAsync(token);
        Assert.True(node.ExitCode == 0, string.Concat(said));
        return said[0];
    }
}
