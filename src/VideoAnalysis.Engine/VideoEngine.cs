using System.Runtime.CompilerServices;
using System.Threading.Channels;
using VideoAnalysis.Engine.Analyses;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine;

/// <summary>
/// Analyses videos on this machine. One engine serves any number of videos at once; together they have as many pictures
/// looked at as there are workers. The same bytes give the same findings, however many those are.
/// </summary>
internal sealed class VideoEngine : IVideoEngine, IDisposable
{
    private readonly Dictionary<string, IEngineAnalysis> _analyses;
    private readonly SemaphoreSlim _free;
    private readonly int _workers;

    /// <param name="analyses">What it can do.</param>
    /// <param name="workers">
    /// How many pictures are looked at at a time, a core each; as many as there are cores by default.
    /// </param>
    public VideoEngine(IEnumerable<IEngineAnalysis> analyses, int? workers = null)
    {
        _analyses = analyses.ToDictionary(analysis => analysis.Name, StringComparer.Ordinal);
        _workers = Math.Max(1, workers ?? Environment.ProcessorCount);
        _free = new SemaphoreSlim(_workers, _workers);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Analyses => [.. _analyses.Keys];

    /// <inheritdoc/>
    public async Task<OpenedVideo> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var video = await VideoFile.OpenAsync(path, cancellationToken);
        return new(video.Metadata, (requests, stop) => AnalyzeAsync(video, requests, stop));
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private async IAsyncEnumerable<EngineStep> AnalyzeAsync(
        VideoFile video,
        IReadOnlyList<EngineRequest> requests,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<EngineRun> runs = [.. requests.Select(request => Begin(request, video.Metadata))];
        // Ends the work that is under way when the caller stops enumerating, or anything fails.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var steps = Channel.CreateBounded<Task<EngineStep>>(
            new BoundedChannelOptions(_workers) { SingleReader = true, SingleWriter = true });
        var pass = new VideoPass(video, runs, _free, steps.Writer);
        var reading = Task.Run(() => pass.RunAsync(stop.Token), CancellationToken.None);
        try
        {
            await foreach (var step in steps.Reader.ReadAllAsync(cancellationToken))
            {
                yield return await step;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
            while (steps.Reader.TryRead(out var left))
            {
                await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private EngineRun Begin(EngineRequest request, VideoMetadata video) =>
        _analyses.TryGetValue(request.Analysis, out var analysis)
            ? analysis.Begin(request, video)
            : throw new ArgumentException($"This engine has no analysis {request.Analysis}.", nameof(request));
}
