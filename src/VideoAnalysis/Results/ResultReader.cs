using System.Runtime.CompilerServices;
using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>Answers who is seen when, page by page.</summary>
public sealed class ResultReader(IResultStore store, AnalysisRegistry analyses)
{
    /// <summary>
    /// A page ends at this many bytes of JSON, whatever its limit: an answer of Lambda has at most 6 MB, and takes
    /// a third more when it is compressed and written in base64.
    /// </summary>
    public const int MaxPageBytes = 4_000_000;

    /// <summary>Reads a video and a page of its detections.</summary>
    /// <returns>Null when no video of that key is known.</returns>
    /// <exception cref="StalePositionException">The position is of a result that has been replaced.</exception>
    public async Task<VideoResult?> ReadAsync(string key, DetectionQuery query, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(query);
        var jobs = new List<AnalysisJob>();
        foreach (var analysis in analyses.All)
        {
            if (await store.FindJobAsync(key, analysis.Name, cancellationToken) is { Status: not JobStatus.Deleted } job)
            {
                jobs.Add(job);
            }
        }

        if (jobs.Count == 0)
        {
            return null;
        }

        var (detections, next) = jobs.Find(job => job.Analysis == query.Analysis.Name) is { } wanted
            ? await ReadDetectionsAsync(wanted, query, cancellationToken)
            : ([], null);
        return new(new(jobs), query.Analysis, detections, next);
    }

    /// <summary>Reads a page of the list of videos.</summary>
    public async Task<VideoListPage> ListAsync(VideoListQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var videos = new List<VideoOverview>();
        await foreach (var video in VideosAsync(query.Position, cancellationToken))
        {
            if (query.Status is { } status && video.Status != status)
            {
                continue;
            }

            if (videos.Count == query.Limit)
            {
                return new(videos, ListPosition.Of(videos[^1].Jobs[^1]));
            }

            videos.Add(video);
        }

        return new(videos, null);
    }

    /// <summary>The jobs of one upload stand next to each other in the list.</summary>
    private async IAsyncEnumerable<VideoOverview> VideosAsync(
        ListPosition? after,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var jobs = new List<AnalysisJob>();
        await foreach (var job in store.ListJobsAsync(after, cancellationToken))
        {
            if (jobs.Count > 0 && jobs[0].Upload.Video != job.Upload.Video)
            {
                yield return new(jobs);
                jobs = [];
            }

            jobs.Add(job);
        }

        if (jobs.Count > 0)
        {
            yield return new(jobs);
        }
    }

    private async Task<(IReadOnlyList<Detection> Detections, DetectionPosition? Next)> ReadDetectionsAsync(
        AnalysisJob job, DetectionQuery query, CancellationToken cancellationToken)
    {
        if (query.Position is { } position && !position.IsIn(job.Token))
        {
            throw new StalePositionException();
        }

        if (job.Status != JobStatus.Succeeded)
        {
            return ([], null);
        }

        var detections = new List<Detection>();
        var bytes = 0;
        var first = query.Position?.Sequence ?? 0;
        var from = Math.Max(query.From, query.Position?.Timestamp ?? 0);
        var range = new ChunkRange(job.Upload.Video.Key, job.Tag, from, query.To, first);
        await foreach (var chunk in store.ReadChunksAsync(range, cancellationToken))
        {
            var contents = ChunkReader.Read(query.Analysis, chunk);
            var start = chunk.Sequence == first ? query.Position?.Index ?? 0 : 0;
            for (var i = start; i < contents.Count; i++)
            {
                var (detection, size) = contents[i];
                if (!query.Matches(detection))
                {
                    continue;
                }

                if (detections.Count == query.Limit || (bytes + size > MaxPageBytes && detections.Count > 0))
                {
                    return (detections, DetectionPosition.In(job.Token, chunk.Sequence, i, detection.Timestamp));
                }

                detections.Add(detection);
                bytes += size;
            }
        }

        return (detections, null);
    }
}
