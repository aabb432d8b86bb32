using System.Runtime.CompilerServices;
using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;
using VideoAnalysis.Jobs;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Results;

/// <summary>Answers what was detected when, page by page.</summary>
public sealed class ResultReader(IResultStore store, AnalysisRegistry analyses)
{
    /// <summary>
    /// A page ends at this many bytes of JSON, whatever its limit: an answer of Lambda has at most 6 MB, takes a
    /// third more when it is written in base64, and the same detections as subtitles take a little more again.
    /// </summary>
    public const int MaxPageBytes = PageReader.MaxBytes;

    /// <summary>
    /// A page of the list looks at this many videos at most: a status or a prefix that hardly a video has must not read
    /// the whole table within one request.
    /// </summary>
    public const int MaxVideosExamined = 5_000;

    /// <summary>How often a result may be replaced while a page of it is read, before the reader gives up.</summary>
    private const int MaxAttempts = 3;

    private readonly PageReader _pages = new(store);

    /// <summary>How a video's analyses stand.</summary>
    /// <returns>Null when no video of that key is known.</returns>
    public async Task<VideoOverview?> FindAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var found = await store.FindJobsAsync(key, cancellationToken);
        var newest = Upload.NewestOf(found.Select(job => job.Upload));

        // A job of an earlier upload may be left for a moment, until the start of the new one has removed it.
        AnalysisJob[] jobs =
        [
            .. found
                .Where(job => job.Status != JobStatus.Deleted && analyses.Find(job.Analysis) is not null
                    && job.Upload.IsSameUploadAs(newest!))
                .OrderBy(job => analyses.OrderOf(job.Analysis)),
        ];
        return jobs.Length == 0 ? null : new(jobs);
    }

    /// <summary>Reads a page of the detections of a video that was found a moment ago.</summary>
    /// <returns>The page and how the video stands now; null when it has been removed in the meantime.</returns>
    /// <exception cref="StalePositionException">The position is of a result that has been replaced.</exception>
    public Task<VideoResult?> ReadAsync(
        VideoOverview video, DetectionQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(query);
        return ReadCurrentAsync<VideoResult>(
            video,
            query,
            async (current, job) =>
            {
                if (job is not { Status: JobStatus.Succeeded })
                {
                    return new(current, query.Analysis, [], null);
                }

                var page = await _pages.ReadAsync(job, query, cancellationToken);
                return page is null ? null : new(current, query.Analysis, page.Lines, page.Next);
            },
            cancellationToken);
    }

    /// <summary>Reads of the job that is current: again, if it is replaced meanwhile.</summary>
    /// <param name="video">The video as it was a moment ago.</param>
    /// <param name="query">What is wanted of the job.</param>
    /// <param name="read">
    /// Reads of the job, which may be missing or unfinished; null when a part of it is not there.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when the video has been removed in the meantime.</returns>
    /// <exception cref="StalePositionException">
    /// The position is of a result that has been replaced, or the result is replaced again and again.
    /// </exception>
    internal async Task<T?> ReadCurrentAsync<T>(
        VideoOverview video,
        ResultQuery query,
        Func<VideoOverview, AnalysisJob?, Task<T?>> read,
        CancellationToken cancellationToken)
        where T : class
    {
        var current = video;
        for (var attempt = 1; current is not null; attempt++)
        {
            var job = current.Find(query.Analysis);
            if (query.Start is { } position && job is not null && !position.IsIn(job.StoredUnder))
            {
                throw new StalePositionException();
            }

            var result = await read(current, job);
            if (job is not { Status: JobStatus.Succeeded })
            {
                return result;
            }

            if (await IsCurrentAsync(job, cancellationToken))
            {
                return result ?? throw new InvalidDataException(
                    $"A stored chunk of \"{job.Analysis}\" of \"{job.Upload.Video.Key}\" is missing.");
            }

            if (attempt == MaxAttempts)
            {
                throw new StalePositionException();
            }

            current = await FindAsync(job.Upload.Video.Key, cancellationToken);
        }

        return null;
    }

    /// <summary>
    /// The indexes of the chunks in which a query may want something; a head may be examined before its index is read.
    /// </summary>
    internal IAsyncEnumerable<ChunkHead> ReadHeadsAsync(
        AnalysisJob job, ResultQuery query, CancellationToken cancellationToken) =>
        _pages.ReadHeadsAsync(job, query, cancellationToken);

    /// <summary>Reads a page of the list of videos.</summary>
    public async Task<VideoListPage> ListAsync(VideoListQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var videos = new List<VideoOverview>();
        var (examined, size) = (0, 0);
        ListPosition? last = null;
        await foreach (var video in VideosAsync(query.Position, cancellationToken))
        {
            var isWanted = query.Matches(video);
            size += isWanted ? MostBytesOf(video) : 0;
            if (examined == MaxVideosExamined ||
                (isWanted && (videos.Count == query.Limit || (size > MaxPageBytes && videos.Count > 0))))
            {
                return new(videos, last);
            }

            if (isWanted)
            {
                videos.Add(video);
            }

            examined++;
            last = ListPosition.Of(video.Jobs[^1]);
        }

        return new(videos, null);
    }

    /// <summary>No more than this is a video in JSON, where a character of a text takes up to six bytes.</summary>
    private static int MostBytesOf(VideoOverview video)
    {
        var upload = video.Upload;
        var texts = upload.Video.Key.Length + (upload.VersionId?.Length ?? 0) + (upload.ETag?.Length ?? 0) +
            video.Jobs.Sum(job => (job.Reason?.Length ?? 0) + (job.Warning?.Length ?? 0));
        var subjects = video.Jobs.SelectMany(job => job.Summary?.Appearances.MostProminent ?? []);
        return 500 + (6 * texts) + (1_000 * video.Jobs.Count) + subjects.Sum(MostBytesOf);
    }

    private static int MostBytesOf(ProminentSubject prominent) =>
        250 + (6 * ((prominent.Subject?.Key.Length ?? 0) + (prominent.Subject?.Name?.Length ?? 0)));

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

    /// <summary>
    /// Whether the job whose chunks were read is still the one to read. If it is not, some of its chunks may have
    /// been swept away in between, and the page would lack them without a word.
    /// </summary>
    private async Task<bool> IsCurrentAsync(AnalysisJob job, CancellationToken cancellationToken) =>
        await store.FindJobAsync(
            job.Upload.Video.Key, job.Analysis, cancellationToken) is { Status: JobStatus.Succeeded } now &&
        now.StoredUnder == job.StoredUnder;
}
