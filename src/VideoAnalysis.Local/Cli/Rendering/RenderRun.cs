using System.Text.Json.Serialization;
using VideoAnalysis.Engine;
using VideoAnalysis.Engine.Rendering;
using VideoAnalysis.Local.Cli.Answers;
using VideoAnalysis.Local.Cli.Client;
using VideoAnalysis.Local.Cli.Files;
using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Cli.Rendering;

/// <summary>One run of <c>render</c>: asks where something is seen, fetches the video, and writes it anew.</summary>
/// <param name="api">The API.</param>
/// <param name="output">Where is told what was done.</param>
/// <param name="error">Where is told how far it is, and what is wrong.</param>
internal sealed class RenderRun(ApiClient api, TextWriter output, TextWriter error)
{
    private readonly ResultsClient _results = new(api);

    /// <summary>Writes a video.</summary>
    /// <param name="key">The video's object key.</param>
    /// <param name="paint">Whether subjects are blurred, or framed.</param>
    /// <param name="subjects">What is; empty for whatever any analysis found.</param>
    /// <param name="file">Where it goes.</param>
    /// <param name="cancellationToken">Gives up; the file is then as it was.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(
        string key, Paint paint, IReadOnlyList<PaintedSubject> subjects, string file,
        CancellationToken cancellationToken)
    {
        WholeFile.Try(file);
        if (await _results.FindAsync(key, cancellationToken) is not { } answer)
        {
            await error.WriteLineAsync(
                $"There is no result for \"{Printable.Line(key)}\"; check the spelling and case.");
            return ExitCodes.Failure;
        }

        var wanted =
            subjects.Count > 0 ? subjects
                : [.. answer.WithResult.Select(analysis => new PaintedSubject(analysis, null))];
        var boxes = new List<FollowedBox>();
        foreach (var subject in wanted)
        {
            if (answer.Only([subject.Analysis]).Analyses[subject.Analysis] is not { Succeeded: true } analysis)
            {
                await error.WriteLineAsync(
                    $"{subject.Analysis} has no result to go by: \"videoanalysis results\" says why.");
                return ExitCodes.Failure;
            }

            if (analysis.Warning is { } warning)
            {
                await error.WriteLineAsync($"Warning: {Printable.Line(warning)}");
            }

            boxes.AddRange(await new BoxReader(api).ReadAsync(key, subject, cancellationToken));
        }

        if (boxes.Count == 0)
        {
            await error.WriteLineAsync("Nothing was written, as nothing that was found has a place in the picture.");
            return ExitCodes.Failure;
        }

        await WriteAsync(key, paint, boxes, file, cancellationToken);
        var appearances = boxes.Count == 1 ? "appearance" : "appearances";
        await output.WriteLineAsync(paint == Paint.Blur
            ? $"""
                {file}: {string.Join(", ", wanted)} blurred, in {boxes.Count} {appearances}.
                This is no guarantee that nobody is recognised: what no detection saw is not blurred, voices and
                surroundings are as they were, and a person may be known by how they move. Watch the video before
                you hand it on.
                """
            : $"{file}: {string.Join(", ", wanted)} framed.");
        return ExitCodes.Success;
    }

    private async Task WriteAsync(
        string key, Paint paint, IReadOnlyList<FollowedBox> boxes, string file, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("videoanalysis-");
        try
        {
            var source = Path.Combine(folder.FullName, "video");
            await FetchAsync(key, source, cancellationToken);
            WholeFile.MakeFolder(file);
            await WholeFile.MakeAsync(file, temporary => new VideoRenderer(new()).RenderAsync(
                source,
                temporary,
                paint,
                paint == Paint.Blur ? new BlurMask(boxes) : new OutlineMask(boxes),
                new TenthsProgress(error, $"{Printable.Line(key)}: rendering").Report,
                cancellationToken));
        }
        catch (Exception e) when (e is EngineFailureException or UnusableVideoException)
        {
            throw new IOException($"The video could not be written: {e.Message}", e);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task FetchAsync(string key, string path, CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync(VideoAddress.Of(key, resource: "videos"), cancellationToken);
        var playback = answer.Read(PlaybackJson.Default.PlaybackAnswer);

        // The address is signed; whoever signs requests to the API has nothing to add.
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        await using var bytes = await http.GetStreamAsync(new Uri(playback.Url), cancellationToken);
        await using var file = File.Create(path);
        await bytes.CopyToAsync(file, cancellationToken);
    }
}

/// <summary>The HTTP API's answer about where a video can be played from.</summary>
internal sealed record PlaybackAnswer(string Url);

[JsonSerializable(typeof(PlaybackAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PlaybackJson : JsonSerializerContext;
