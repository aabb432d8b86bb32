using System.Text;
using System.Text.Json;
using CsCheck;
using VideoAnalysis.Analyses;
using VideoAnalysis.Appearances;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Stores;
using VideoAnalysis.Testing.Weather;

namespace VideoAnalysis.Tests.Results;

/// <summary>Whatever is stored, reading finds what a look at every detection would find.</summary>
public sealed class ChunkPropertyTests
{
    private const string Film = "film.mp4";

    private static readonly WeatherAnalysis Spans = new();

    private static readonly Gen<long> Time =
        Gen.OneOf(Gen.Long[0, 20_000], Gen.Long[0, 40].Select(half => half * 500), Gen.Const(0L));

    private static readonly Gen<string> Label = Gen.OneOf(
        Gen.String, Gen.Const("a --> b\n\r\n\u2028<&'\"\\"), Gen.Const("日本語 ünï 😀"), Gen.Const(""));

    private static readonly Gen<float?> Confidence =
        Gen.OneOf(Gen.Const((float?)null), Gen.Float[0, 100]
            .Select(each => (float?)each), Gen.Int[0, 100].Select(each => (float?)each));

    private static readonly Gen<WeatherDetection> Span = Gen.Select(
        Time,
        Gen.OneOf(Gen.Const((long?)null), Gen.Const((long?)0), Gen.Long[0, 9_000].Select(each => (long?)each)),
        Confidence,
        Gen.OneOf(Gen.Const((int?)null), Gen.Int.Select(each => (int?)each)),
        Label,
        (from, length, confidence, appearance, label) => new WeatherDetection
        {
            Timestamp = from,
            EndTimestamp = from + length,
            Confidence = confidence,
            Appearance = appearance,
            Kind = label,
        });

    /// <summary>Detections of either kind, in chunks.</summary>
    private static readonly Gen<(Analysis Analysis, IReadOnlyList<Detection>[] Chunks)> Result = Gen.OneOf(
        Span.Array[1, 12].Array[0, 6]
            .Select(chunks => ((Analysis)Spans, chunks.Select(chunk => (IReadOnlyList<Detection>)chunk).ToArray())),
        Span.Array[1, 40]
            .Select(Gen.Int[1, 12], (spans, size) => ((Analysis)new PointAnalysis(), InOrder(spans, size))));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void What_is_written_is_read_back_byte_by_byte() => Result.Sample(result =>
    {
        foreach (var (sequence, detections) in result.Chunks.Index())
        {
            var chunk = Packed.Chunk(result.Analysis, sequence, detections);
            var index = ChunkIndex.Read(chunk.Head);

            Assert.Equal(detections.Select(detection => (detection.Timestamp, detection.End)),
                index.Timestamps.ToArray().Zip(index.Ends.ToArray()));
            using var lines = new ChunkLines(chunk.Body.Span, index.JsonBytes);
            foreach (var (i, detection) in detections.Index())
            {
                Assert.Equal(JsonOf(result.Analysis, detection), Encoding.UTF8.GetString(lines.Read(i)));
            }
        }
    });

    [Fact]
    public async Task Pages_together_have_what_a_filter_over_the_detections_leaves() =>
        await Gen.Select(Result, Time, Time, Gen.Float[0, 100], Gen.Int[1, 20]).SampleAsync(
            async (result, one, other, confidence, limit) =>
            {
                var query = new DetectionQuery
                {
                    Analysis = result.Analysis,
                    From = Math.Min(one, other),
                    To = Math.Max(one, other),
                    MinConfidence = confidence,
                    Limit = limit,
                };
                var reader = await StoreAsync(result.Analysis, result.Chunks);
                var read = new List<DetectionLine>();
                do
                {
                    var page = await reader.ReadAsync(Film, query, Token);
                    Assert.InRange(page!.Lines.Count, page.Next is null ? 0 : limit, limit);
                    read.AddRange(page.Lines);
                    query = query with { Position =
                        page.Next is { } next ? DetectionPosition.TryParse(next.ToString()) : null };
                }
                while (query.Position is not null);

                var expected = result.Chunks.SelectMany(chunk => chunk).Where(query.Matches).ToList();
                Assert.Equal(expected.Select(each => JsonOf(result.Analysis, each)), read.Select(
                    line => Encoding.UTF8.GetString(line.Json.Span)));
                Assert.Equal(expected.Select(each => (each.Timestamp, each.End)), read.Select(
                    line => (line.Timestamp, line.End)));
            });

    [Fact]
    public async Task A_timeline_counts_what_is_seen_in_each_interval_and_the_most_at_once() =>
        await Gen.Select(Result, Time, Time, Gen.Float[0, 100], Gen.Long[500, 3_000]).SampleAsync(
            async (result, one, other, confidence, interval) =>
            {
                var query = new DetectionQuery
                {
                    Analysis = result.Analysis,
                    From = Math.Min(one, other),
                    To = Math.Max(one, other),
                    MinConfidence = confidence,
                };
                var reader = await StoreAsync(result.Analysis, result.Chunks);
                var video = await reader.FindAsync(Film, Token);

                var timeline = await new TimelineReader(reader).ReadAsync(
                    video!,
                    new()
                    {
                        Analysis = result.Analysis,
                        From = query.From,
                        To = query.To,
                        MinConfidence = confidence,
                        Interval = interval,
                    },
                    Token);

                var wanted = result.Chunks.SelectMany(chunk => chunk).Where(query.Matches).ToList();
                var expected = Enumerable.Range(0, 70)
                    .Select(i => i * interval)
                    .Select(from => CountOf(wanted, Math.Max(query.From, from),
                        Math.Min(query.To, from + interval - 1)) with { From = from })
                    .Where(each => each.Detections > 0);
                Assert.Equal(expected, timeline!.Intervals);
            });

    [Fact]
    public async Task A_span_with_an_end_that_never_comes_makes_no_timeline_without_end()
    {
        var reader = await StoreAsync(Spans, [[Some.Span(1_000, long.MaxValue)]]);
        var video = await reader.FindAsync(Film, Token);

        var timeline =
            await new TimelineReader(reader).ReadAsync(video!, new() { Analysis = Spans, Interval = 60_000 }, Token);

        Assert.Equal((24 * 60) + 1, timeline!.Intervals.Count);
    }

    /// <summary>The most at once is to be found where a detection begins, or at the beginning.</summary>
    private static TimelineInterval CountOf(List<Detection> detections, long from, long to)
    {
        var seen = detections.Where(each => from <= to && each.Timestamp <= to && each.End >= from).ToList();
        var most = seen
            .Select(each => Math.Max(each.Timestamp, from))
            .Max(time => (long?)seen.Count(each => each.Timestamp <= time && each.End >= time));
        return new(from, seen.Count, most ?? 0);
    }

    private static IReadOnlyList<Detection>[] InOrder(WeatherDetection[] spans, int size) =>
    [
        .. spans
            .Select(span => span with { EndTimestamp = null })
            .OrderBy(span => span.Timestamp)
            .Chunk(size)
            .Select(chunk => (IReadOnlyList<Detection>)chunk),
    ];

    private static async Task<ResultReader> StoreAsync(Analysis analysis, IReadOnlyList<Detection>[] chunks)
    {
        var store = new InMemoryResultStore();
        var job = StoredData.Job(Film, analysis.Name, status: JobStatus.Succeeded);
        await store.TrySaveJobAsync(job, Token);
        foreach (var (sequence, chunk) in chunks.Index())
        {
            await store.SaveChunkAsync(Film, job.Tag, Packed.Chunk(analysis, sequence, chunk), null, Token);
        }

        return new(store, new(analysis));
    }

    private static string JsonOf(Analysis analysis, Detection detection)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, JsonLines.WriterOptions))
        {
            JsonSerializer.Serialize(json, detection, analysis.DetectionJson);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>The same detections, of single timestamps and in the order of time.</summary>
    private sealed class PointAnalysis : Analysis
    {
        public override string Name => "points";

        public override string Settings => "";

        public override string Schemas => "";

        public override System.Text.Json.Serialization.Metadata.JsonTypeInfo DetectionJson => Spans.DetectionJson;

        public override System.Text.Json.Serialization.Metadata.JsonTypeInfo SummaryJson => Spans.SummaryJson;

        public override IReadOnlyList<string> Columns => Spans.Columns;

        public override Summary EmptySummary => Spans.EmptySummary;

        public override IEnumerable<TableValue> RowOf(Detection detection) => Spans.RowOf(detection);

        public override Summary Add(Summary summary, Detection detection) => Spans.Add(summary, detection);

        public override AppearanceTracker Track(byte[]? state) => Spans.Track(state);

        public override TrackedDetection ToTracked(Detection detection) => Spans.ToTracked(detection);
    }
}
