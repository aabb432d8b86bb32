using System.Text.Json;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary>One run of <c>delete</c>.</summary>
/// <param name="api">The API.</param>
/// <param name="output">Where is told what was done.</param>
/// <param name="error">Where is told what could not be done.</param>
/// <param name="question">Asks first; null when that is not wanted.</param>
/// <param name="asJson">Whether programs are to read it: a line of JSON a video.</param>
internal sealed class DeleteRun(
    ApiClient api, TextWriter output, TextWriter error, Question? question, bool asJson = false)
{
    /// <summary>Removes the results of videos.</summary>
    /// <param name="keys">The object keys.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var what =
            keys is [var only] ? $"the results of {Printable.Line(only)}" : $"the results of {keys.Count} videos";
        if (question is not null
            && !await question.AskAsync($"Remove {what}? The bucket keeps the video.", cancellationToken))
        {
            await error.WriteLineAsync("Nothing was removed.");
            return ExitCodes.Failure;
        }

        var code = ExitCodes.Success;
        foreach (var key in keys)
        {
            try
            {
                await api.DeleteAsync(VideoAddress.Of(key), cancellationToken);
                await output.WriteLineAsync(asJson ? Json(key, isRemoved: true) : $"{Printable.Line(key)}: removed");
            }
            catch (ApiException e) when (e.IsVideoUnknown)
            {
                // The others are still to be removed.
                await (asJson ? output.WriteLineAsync(Json(key, isRemoved: false)) : error.WriteLineAsync(
                    $"{Printable.Line(key)}: there is no result to remove; check the spelling and case."));
                code = ExitCodes.Failure;
            }
        }

        return code;
    }

    private static string Json(string key, bool isRemoved) =>
        $"{{\"key\":\"{JsonEncodedText.Encode(key)}\",\"removed\":{(isRemoved ? "true" : "false")}}}";
}
