using System.Runtime.CompilerServices;
using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Collecting;

/// <summary>
/// Builds results again whose appearances have to end at cuts that another analysis of the same upload has found, from
/// the detections that are stored. The new results are stored beside the old ones, under a token of their own; then one
/// write of the job puts them in their place, and the old ones are garbage. Whatever dies on the way, the same call
/// again does it all again, under another token.
/// </summary>
internal sealed class CutRebuilder(CollectionServices services)
{
    /// <summary>Chunks that are read at a time.</summary>
    private const int Batch = 20;

    /// <summary>Looks after every analysis of a key.</summary>
    /// <returns>Whether anything was built again, here or by somebody else meanwhile.</returns>
    public async Task<bool> RunAsync(string key, CancellationToken cancellationToken)
    {
        var isChanged = false;
        while (await FindAsync(key, cancellationToken) is var (job, source))
        {
            if (await ReadCutsAsync(source, cancellationToken) is not { } cuts)
            {
                break;
            }

            await RebuildAsync(job, source, cuts, cancellationToken);
            isChanged = true;
        }

        return isChanged;
    }

    // A job that has to be built again, and the one that has found the cuts.
    private async Task<(AnalysisJob Job, AnalysisJob Source)?> FindAsync(
        string key, CancellationToken cancellationToken)
    {
        List<AnalysisJob> finished =
            [.. (await services.Store.FindJobsAsync(key, cancellationToken))
                .Where(job => job.Status == JobStatus.Succeeded)];
        return finished.Find(job => services.Analyses.Find(job.Analysis) is { TellsCuts: true }) is { } source
            && finished.Find(job => NeedsCuts(job, source)) is { } job
                ? (job, source)
                : null;
    }

    private bool NeedsCuts(AnalysisJob job, AnalysisJob source) =>
        services.Analyses.Find(job.Analysis) is { EndsAtCuts: true }
        && job.Cuts != source.Token
        && job.Upload.IsSameUploadAs(source.Upload);

    // Null where the job did not look for shots, or is gone, and maybe a part of its shots with it.
    private async Task<List<long>?> ReadCutsAsync(AnalysisJob source, CancellationToken cancellationToken)
    {
        var analysis = services.Analyses.Find(source.Analysis)!;
        var shots = new List<long>();
        await foreach (var chunk in ReadAsync(source, cancellationToken))
        {
            shots.AddRange(chunk.Select(analysis.ShotOf).OfType<long>());
        }

        shots.Sort();
        var now = await services.Store.FindJobAsync(source.Upload.Video.Key, source.Analysis, cancellationToken);
        return shots.Count > 0 && now?.Status == JobStatus.Succeeded && now.StoredUnder == source.StoredUnder
            ? shots : null;
    }

    private async Task RebuildAsync(
        AnalysisJob job, AnalysisJob source, List<long> cuts, CancellationToken cancellationToken)
    {
        var token = ClientRequestToken.ForRebuilding(job, source.Token);
        var begun = await services.Store.TrySaveJobAsync(
            job with
            {
                Rebuilding = token,
                Garbage =
                    [.. job.Garbage, .. job.Rebuilding is { } given ? [given] : Array.Empty<ClientRequestToken>()],
                DueAt = services.Time.GetUtcNow() + services.Options.CollectWithin,
            },
            cancellationToken);
        if (begun is null)
        {
            return;
        }

        using var gathering = new Gathering(
            services.Analyses.Find(job.Analysis)!,
            begun with { Rebuilt = token },
            services with { Evidence = new KnownCuts(cuts) });
        await foreach (var chunk in ReadAsync(begun, cancellationToken))
        {
            await gathering.AddAsync(chunk, null, 0, cancellationToken);
        }

        await gathering.FinishAsync(begun.Metadata?.DurationMillis, cancellationToken);
        await services.Store.TrySaveJobAsync(
            begun with
            {
                Cuts = source.Token,
                Rebuilt = token,
                Rebuilding = null,
                Summary = begun.Summary! with { Appearances = gathering.Summary.Appearances },
                Garbage = [.. begun.Garbage, begun.StoredUnder],
                DueAt = services.Time.GetUtcNow() + services.Options.CollectWithin,
            },
            cancellationToken);
    }

    private async IAsyncEnumerable<IReadOnlyList<Detection>> ReadAsync(
        AnalysisJob job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (analysis, key) = (services.Analyses.Find(job.Analysis)!, job.Upload.Video.Key);
        var heads = new List<ChunkHead>();
        await foreach (var head in services.Store.ReadChunkHeadsAsync(
            new(key, job.ResultTag, 0, long.MaxValue, 0), cancellationToken))
        {
            heads.Add(head);
        }

        foreach (var batch in heads.Chunk(Batch))
        {
            var next = 0;
            await foreach (var body in services.Store.ReadChunkBodiesAsync(
                key, job.ResultTag, [.. batch.Select(head => head.Sequence)], cancellationToken))
            {
                yield return Parse(analysis, batch[next++], body ?? throw Missing(job));
            }
        }
    }

    private static List<Detection> Parse(Analysis analysis, ChunkHead head, byte[] body)
    {
        using var lines = new ChunkLines(body, ChunkIndex.Read(head).JsonBytes);
        var detections = new List<Detection>(head.Count);
        for (var i = 0; i < head.Count; i++)
        {
            detections.Add(analysis.Read(lines.Read(i)));
        }

        return detections;
    }

    // Whoever has replaced it has removed its chunks; the next delivery or the reconciler looks again.
    private static InvalidDataException Missing(AnalysisJob job) =>
        new($"A stored chunk of \"{job.Analysis}\" of \"{job.Upload.Video.Key}\" is missing.");
}
