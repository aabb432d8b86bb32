using VideoAnalysis.Local.Cli.Answers;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary>Waits until a video's analysis has ended, as patiently as the API asks for.</summary>
/// <param name="results">The API.</param>
/// <param name="error">Where is told what is waited for.</param>
/// <param name="time">The clock.</param>
internal sealed class ResultWatch(ResultsClient results, TextWriter error, TimeProvider time)
{
    /// <summary>How soon a video is known after its upload, at the latest; after that the key is wrong.</summary>
    private static readonly TimeSpan Appearing = TimeSpan.FromMinutes(1);

    /// <summary>How soon to look again for a video that is not known yet.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>How soon to ask again where the API does not say.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    /// <summary>Waits.</summary>
    /// <param name="key">The object key.</param>
    /// <param name="analyses">Whose end is waited for; null for that of all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer about the finished video; null when no such video has appeared.</returns>
    public async Task<VideoAnswer?> WaitAsync(
        string key, IReadOnlyList<string>? analyses, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        var said = "";
        while (true)
        {
            var answer = await results.FindAsync(key, cancellationToken);
            if (answer?.Only(analyses) is { IsFinished: true }
                || (answer is null && time.GetElapsedTime(since) >= Appearing))
            {
                return answer;
            }

            var state = answer is null
                ? "not known yet"
                : string.Join(
                    ", ", answer.Only(analyses).Analyses.Select(each => $"{each.Key} {StatusText.Of(each.Value)}"));
            if (state != said)
            {
                await error.WriteLineAsync($"{Printable.Line(key)}: {state}");
                said = state;
            }

            await Task.Delay(answer is null ? LookAgain : answer.RetryAfter ?? AskAgain, time, cancellationToken);
        }
    }
}
