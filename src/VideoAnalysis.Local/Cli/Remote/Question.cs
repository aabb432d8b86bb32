using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary>Asks a person whether to go on.</summary>
/// <param name="input">Where the answer comes from.</param>
/// <param name="output">Where the question goes.</param>
/// <param name="canBeAnswered">Whether there is anybody at the other end.</param>
internal sealed class Question(TextReader input, TextWriter output, bool canBeAnswered)
{
    /// <summary>Asks.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Whether the answer is yes.</returns>
    /// <exception cref="UsageException">Nobody can answer.</exception>
    public async Task<bool> AskAsync(string question, CancellationToken cancellationToken)
    {
        if (!canBeAnswered)
        {
            throw new UsageException("There is no terminal to ask at: add --yes.");
        }

        await output.WriteAsync($"{question} [y/N] ");
        await output.FlushAsync(cancellationToken);

        // A console's reader blocks whatever it is told; Ctrl-C has to end the waiting all the same.
        var answer = await Task.Run(input.ReadLine, cancellationToken).WaitAsync(cancellationToken);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
