using System.Diagnostics;
using System.Globalization;
using System.Text;
using VideoAnalysis.Testing;

namespace VideoAnalysis.LocalAws.Tests.Port;

/// <summary>
/// Requests that no client would send: each is answered or hung up on, at once, and never with a failure of the port's
/// own. FUZZED_REQUESTS says how many (1,000 without it), FUZZ_SEED which.
/// </summary>
public sealed class FuzzTests
{
    /// <summary>Machines may be busy; what took long before took minutes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact(Timeout = 600_000)]
    public async Task No_request_is_too_odd_for_an_answer()
    {
        var (count, seed) = (Number("FUZZED_REQUESTS", 1_000), Number("FUZZ_SEED", 1));
        await using var port = await PortHarness.StartAsync();
        var requests = new MutatedRequests(seed);
        var answers = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var slowest = TimeSpan.Zero;
        for (var number = 0; number < count; number++)
        {
            var request = requests.Next();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(Longest);
            var started = Stopwatch.GetTimestamp();
            var answer = await AnswerAsync(port, request, patience.Token);
            var taken = Stopwatch.GetElapsedTime(started);

            slowest = taken > slowest ? taken : slowest;
            var status = answer.Split(' ') is [_, { Length: 3 } code, ..] ? code : "closed";
            answers[status] = answers.GetValueOrDefault(status) + 1;
            Assert.False(status.StartsWith('5') && status is not ("501" or "505"),
                $"Request {number} of seed {seed}: {status}\n{Encoding.Latin1.GetString(request)}\n{answer}");
        }

        Assert.Equal([1, 2, 3], await port.Http.GetByteArrayAsync(
            new Uri(port.Address, "videos/film.mp4"), TestContext.Current.CancellationToken));
        Measured.Report($"{count} requests of seed {seed}, slowest {slowest.TotalMilliseconds:0} ms: " +
            $"{string.Join(", ", answers.Select(pair => $"{pair.Key} {pair.Value}"))}");
    }

    private static async Task<string> AnswerAsync(PortHarness port, byte[] request, CancellationToken cancellationToken)
    {
        try
        {
            return await port.SendAsync(request, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"No answer within {Longest}: {Encoding.Latin1.GetString(request)}");
            throw;
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture,
            out var number) ? number : otherwise;
}
