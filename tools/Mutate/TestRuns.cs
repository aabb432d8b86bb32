using System.Diagnostics;
using System.Globalization;

namespace VideoAnalysis.Mutate;

/// <summary>Runs tests in processes of their own, each with at most one mutant switched on.</summary>
internal sealed class TestRuns(string program)
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, TimeSpan> _durations = new(StringComparer.Ordinal);

    /// <summary>
    /// Runs every test class without a mutant, and returns which classes reach which mutants. Classes that fail, or are
    /// too slow, are left out; so are tests with the trait speed=slow.
    /// </summary>
    public async Task<ILookup<int, string>> ReachedAsync(
        TimeSpan slowest, Action<string> progress, CancellationToken cancellationToken)
    {
        var (_, list) = await Checkout.CaptureAsync(
            program, ["-list", "classes", "-noColor", "-noLogo"], cancellationToken);
        var reached = new List<(int Number, string Class)>();
        foreach (var name in list.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith("VideoAnalysis.", StringComparison.Ordinal)))
        {
            var file = Path.GetTempFileName();
            var watch = Stopwatch.StartNew();
            var outcome = await RunAsync([name], -1, file, slowest, cancellationToken);
            _durations[name] = watch.Elapsed;
            if (outcome == Outcome.Survived)
            {
                var numbers = File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries);
                reached.AddRange(numbers.Select(number => (int.Parse(number, CultureInfo.InvariantCulture), name)));
                progress($"{name} reaches {numbers.Length} mutants in {watch.Elapsed.TotalSeconds:F0} s.");
            }
            else
            {
                progress(
                    $"{name} is left out: {(outcome == Outcome.Killed ? "it fails as it is" : "it is too slow")}.");
            }

            File.Delete(file);
        }

        return reached.ToLookup(each => each.Number, each => each.Class);
    }

    /// <summary>Runs test classes with a mutant: first those that are quick, for most mutants die there.</summary>
    public async Task<Outcome> TryAsync(int number, IReadOnlyList<string> classes, CancellationToken cancellationToken)
    {
        var outcome = Outcome.NotReached;
        foreach (var part in classes.GroupBy(name => _durations[name] > Quick).OrderBy(part => part.Key))
        {
            var usual = part.Aggregate(TimeSpan.Zero, (sum, name) => sum + _durations[name]);
            var limit = (3 * usual) + TimeSpan.FromSeconds(20);
            outcome = await RunAsync([.. part], number, null, limit, cancellationToken);
            if (outcome != Outcome.Survived)
            {
                return outcome;
            }
        }

        return outcome;
    }

    private async Task<Outcome> RunAsync(
        IReadOnlyList<string> classes, int mutant, string? reached, TimeSpan limit, CancellationToken cancellationToken)
    {
        var arguments = classes.SelectMany(name => (string[])["-class", name]);
        string[] options = ["-trait-", "speed=slow", "-stopOnFail", "-noColor", "-noLogo"];
        var start = new ProcessStartInfo(program, [.. arguments, .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                [MutatedSource.ActiveVariable] = mutant.ToString(CultureInfo.InvariantCulture),
                [MutatedSource.ReachedVariable] = reached,
            },
        };
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(patience.Token),
                process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 ? Outcome.Survived : Outcome.Killed;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return Outcome.TimedOut;
        }
    }
}
