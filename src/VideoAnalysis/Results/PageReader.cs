using VideoAnalysis.Jobs;

namespace VideoAnalysis.Results;

/// <summary>
/// Reads pages of the detections of one job: first the indexes, which say what is wanted, then the bodies of those
/// chunks in which something is.
/// </summary>
internal sealed class PageReader(IResultStore store)
{
    /// <inheritdoc cref="ResultReader.MaxPageBytes"/>
    public const int MaxBytes = 3_500_000;

    /// <summary>
    /// A page looks at about this many detections at most, which takes a few tenths of a second: a confidence that
    /// hardly a detection has must not read an endless result within one request.
    /// </summary>
    public const int MaxExamined = 1_000_000;

    /// <summary>
    /// A page unpacks this many chunks at most, about 50 MB of JSON, which takes half a second: detections that are
    /// wanted may all be in chunks of their own.
    /// </summary>
    public const int MaxChunks = 200;

    /// <summary>Reads a page.</summary>
    /// <returns>Null when a chunk is not there: it has been removed since the job was read.</returns>
    public async Task<Page?> ReadAsync(AnalysisJob job, DetectionQuery query, CancellationToken cancellationToken)
    {
        var (plan, next) = await PlanAsync(job, query, cancellationToken);
        var (lines, bytes) = (new List<DetectionLine>(), 0);
        var sequences = plan.ConvertAll(chunk => chunk.Sequence);
        var chunks = plan.GetEnumerator();
        await foreach (var body in store.ReadChunkBodiesAsync(
            job.Upload.Video.Key, job.ResultTag, sequences, cancellationToken))
        {
            if (body is null || !chunks.MoveNext())
            {
                return null;
            }

            if (!chunks.Current.TryCopy(body, lines, ref bytes, out var left))
            {
                var (sequence, index) = (chunks.Current.Sequence, chunks.Current.Index);
                return new(lines, DetectionPosition.In(job.StoredUnder, sequence, left, index.Timestamps[left]));
            }
        }

        return new(lines, next);
    }

    /// <summary>The heads of the chunks in which a query may want something.</summary>
    public IAsyncEnumerable<ChunkHead> ReadHeadsAsync(
        AnalysisJob job, ResultQuery query, CancellationToken cancellationToken)
    {
        var start = query.Start as DetectionPosition;

        // Where time is no order, every chunk may hold what is wanted.
        var isInOrder = query.Analysis.IsInOrderOfTime;
        var range = new ChunkRange(
            job.Upload.Video.Key,
            job.ResultTag,
            isInOrder ? Math.Max(query.From, start?.Timestamp ?? 0) : 0,
            isInOrder ? query.To : long.MaxValue,
            start?.Sequence ?? 0);
        return store.ReadChunkHeadsAsync(range, cancellationToken);
    }

    /// <summary>Which detections the page has, but for its bytes, and where the next one begins.</summary>
    private async Task<(List<PlannedChunk> Plan, DetectionPosition? Next)> PlanAsync(
        AnalysisJob job, DetectionQuery query, CancellationToken cancellationToken)
    {
        var plan = new List<PlannedChunk>();
        var (examined, left) = (0, query.Limit);
        await foreach (var head in ReadHeadsAsync(job, query, cancellationToken))
        {
            if (examined >= MaxExamined || plan.Count == MaxChunks)
            {
                return (plan, DetectionPosition.In(job.StoredUnder, head.Sequence, 0, head.From));
            }

            examined += head.Count;
            var index = ChunkIndex.Read(head);
            var wanted = new List<int>();
            for (var i = query.Position?.Sequence == head.Sequence ? query.Position.Index : 0; i < index.Count; i++)
            {
                if (!index.Matches(query, i))
                {
                    continue;
                }

                if (wanted.Count == left)
                {
                    Plan(head, index, wanted);
                    return (plan, DetectionPosition.In(job.StoredUnder, head.Sequence, i, index.Timestamps[i]));
                }

                wanted.Add(i);
            }

            Plan(head, index, wanted);
            left -= wanted.Count;
        }

        return (plan, null);

        void Plan(ChunkHead head, ChunkIndex index, List<int> wanted)
        {
            if (wanted.Count > 0)
            {
                plan.Add(new(head.Sequence, index, wanted));
            }
        }
    }

    /// <summary>A page of the detections of one job.</summary>
    /// <param name="Lines">The detections.</param>
    /// <param name="Next">Where the next page begins; null on the last.</param>
    public sealed record Page(IReadOnlyList<DetectionLine> Lines, DetectionPosition? Next);
}
