using System.Text.Json.Nodes;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Files;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Remote;

/// <summary>One run of <c>start</c>: starts analyses, and reports as <c>results</c> does.</summary>
/// <param name="api">The API.</param>
/// <param name="output">Where the report goes.</param>
/// <param name="error">Where is told what goes on, and what is wrong.</param>
/// <param name="time">The clock.</param>
/// <param name="asJson">Whether programs are to read it: how the video stands, as the API says it.</param>
internal sealed class StartRun(
    ApiClient api, TextWriter output, TextWriter error, TimeProvider time, bool asJson = false)
{
    /// <summary>Starts analyses.</summary>
    /// <param name="key">The video's object key.</param>
    /// <param name="request">Which.</param>
    /// <param name="wait">Whether to wait until they have ended.</param>
    /// <param name="cancellationToken">Gives up; what has been started goes on.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="ApiException">The analyses were not started.</exception>
    public async Task<int> RunAsync(string key, AnalysesRequest request, bool wait, CancellationToken cancellationToken)
    {
        var client = new ResultsClient(api);
        await client.StartAsync(key, request, cancellationToken);
        if (asJson)
        {
            return await WriteJsonAsync(client, key, request.Analyses, wait, cancellationToken);
        }

        return await new ResultsRun(api, output, error, new ResultFiles([], () => Stream.Null), time)
            .RunAsync(key, DetectionFilter.None with { Analyses = request.Analyses }, wait, cancellationToken);
    }

    private async Task<int> WriteJsonAsync(
        ResultsClient client, string key, IReadOnlyList<string>? analyses, bool wait,
        CancellationToken cancellationToken)
    {
        var video =
            wait ? await new ResultWatch(client, error, time).WaitAsync(key, analyses, cancellationToken) : null;
        var answer = await api.GetAsync(VideoAddress.Of(key, "limit=1"), cancellationToken);
        var standing = JsonNode.Parse(answer.Body.Span)!.AsObject();
        foreach (var ofThePage in (string[])["analysis", "detections", "next"])
        {
            standing.Remove(ofThePage);
        }

        await output.WriteLineAsync(standing.ToJsonString());
        return video?.Only(analyses).Analyses.Values.Any(analysis => analysis.Failed) ?? false ? ExitCodes.Failure
            : ExitCodes.Success;
    }
}
