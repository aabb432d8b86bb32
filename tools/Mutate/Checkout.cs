using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace VideoAnalysis.Mutate;

/// <summary>A copy of the last commit, in which a project is mutated.</summary>
internal sealed partial class Checkout(string repository, string project) : IDisposable
{
    // What the copy need not fetch or build again.
    private static readonly string[] Kept =
        ["artifacts/feed.props", "artifacts/models", "artifacts/dynamodb-local", "artifacts/openapi",
            "artifacts/typescript"];

    private readonly string _root = Directory.CreateTempSubdirectory("mutate-").FullName;

    private string Tests => $"test/{Path.GetFileName(project)}.Tests";

    /// <summary>The program of the tests.</summary>
    public string TestProgram => Path.Combine(_root, Tests, "bin", "Release", "net10.0", Path.GetFileName(Tests));

    /// <summary>Makes the copy.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await RunAsync("git", ["clone", "--quiet", repository, _root], cancellationToken);
        Directory.CreateDirectory(Path.Combine(_root, "artifacts"));
        foreach (var kept in Kept.Where(kept => Path.Exists(Path.Combine(repository, kept))))
        {
            await RunAsync("cp", ["-a", Path.Combine(repository, kept), Path.Combine(_root, kept)], cancellationToken);
        }
    }

    /// <summary>All mutations of the files in a folder and below it.</summary>
    public IEnumerable<Mutation> Mutations(string folder) =>
        Directory.EnumerateFiles(Path.Combine(_root, folder), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => MutationFinder.Find(
                Path.GetRelativePath(_root, file),
                CSharpSyntaxTree.ParseText(File.ReadAllText(file), Options).GetRoot()));

    /// <summary>Builds the tests with all mutants that compile, and returns these by number.</summary>
    public async Task<IReadOnlyDictionary<int, Mutation>> BuildAsync(
        IReadOnlyList<Mutation> mutations, CancellationToken cancellationToken)
    {
        var left = mutations.Index().ToDictionary(each => each.Index, each => each.Item);
        while (true)
        {
            await RunAsync("git", ["-C", _root, "checkout", "--quiet", "."], cancellationToken);
            MutatedSource.Write(_root, project, left);
            var (code, output) = await CaptureAsync(
                "dotnet",
                ["build", Path.Combine(_root, Tests), "-c", "Release", "-v", "q", "-nologo", "-clp:NoSummary",
                    "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=false"],
                cancellationToken);
            if (code == 0)
            {
                return left;
            }

            var wrong = Errors().Matches(output).SelectMany(Numbers).ToList();
            if (wrong.RemoveAll(left.Remove) == 0)
            {
                throw new InvalidOperationException($"The tests cannot be built:\n{output}");
            }
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>Runs a program, and returns its exit code and everything that it said.</summary>
    internal static async Task<(int Code, string Output)> CaptureAsync(
        string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(cancellationToken),
                process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, string.Concat(output));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static CSharpParseOptions Options { get; } = new(LanguageVersion.Preview);

    private static async Task RunAsync(
        string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (code, output) = await CaptureAsync(program, arguments, cancellationToken);
        if (code != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {output}");
        }
    }

    // The compiler names a line; the mutant to blame begins there or before.
    private static IEnumerable<int> Numbers(Match error)
    {
        var lines = File.ReadAllLines(error.Groups["file"].Value);
        for (var i = int.Parse(error.Groups["line"].Value, CultureInfo.InvariantCulture) - 1; i >= 0; i--)
        {
            if (MutatedSource.NumbersIn(lines[i]).ToList() is { Count: > 0 } numbers)
            {
                return numbers;
            }
        }

        return [];
    }

    [GeneratedRegex(@"^\s*(?<file>\S.*\.cs)\((?<line>\d+),\d+\): error ", RegexOptions.Multiline)]
    private static partial Regex Errors();
}
