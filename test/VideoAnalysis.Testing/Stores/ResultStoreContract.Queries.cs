using CsCheck;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;
using Xunit;
using static VideoAnalysis.Testing.Stores.StoredData;

namespace VideoAnalysis.Testing.Stores;

public abstract partial class ResultStoreContract
{
    private const int MostPages = 4;

    /// <summary>Several videos, so that each query also passes by what it must not read.</summary>
    private static readonly string[] QueriedVideos = ["crowd.mp4", "crowd", "film.mp4", "nobody.mp4"];

    /// <summary>How many random queries are asked.</summary>
    protected virtual int QueryCount => 1_000;

    /// <summary>
    /// The reference is a filter over the raw detections. Pages are followed as a caller would follow them: by the
    /// token's text.
    /// </summary>
    [Fact]
    public async Task Random_queries_read_what_a_filter_over_the_raw_detections_leaves()
    {
        var raw = new Dictionary<string, IReadOnlyList<FaceDetection>>();
        foreach (var (key, seed) in QueriedVideos.Select((key, index) => (key, index)))
        {
            raw[key] = key == "nobody.mp4" ? [] : RandomFaces(new Random(seed));
            await StoreResultAsync(key, raw[key], new Random(seed));
        }

        var reader = new ResultReader(Store, Analyses);
        var moment = Gen.OneOf(
            Gen.Long[0, 70_000], Gen.Long[0, 140].Select(half => half * 500), Gen.Const(0L), Gen.Const(long.MaxValue));
        var query = Gen.Select(
            Gen.OneOf(QueriedVideos),
            moment,
            moment,
            Gen.OneOf(Gen.Const(0f), Gen.Float[0, 100], Gen.Int[0, 100].Select(whole => (float)whole)),
            Gen.Int[1, MostPages]);

        await query.SampleAsync(
            async (key, one, other, confidence, pages) =>
            {
                var (from, to) = (Math.Min(one, other), Math.Max(one, other));
                var expected = raw[key]
                    .Where(face => face.Timestamp >= from
                        && face.Timestamp <= to && (face.Confidence is null || face.Confidence >= confidence))
                    .ToList();
                var read = await ReadPagesAsync(reader, key, new()
                {
                    Analysis = Analyses.Default,
                    From = from,
                    To = to,
                    MinConfidence = confidence,
                    Limit = Math.Max(1, (expected.Count + pages - 1) / pages),
                });
                Assert.Equal(expected, read);
            },
            iter: QueryCount,
            threads: 4);
    }

    /// <summary>Every page but the last is full.</summary>
    private static async Task<List<FaceDetection>> ReadPagesAsync(ResultReader reader, string key, DetectionQuery query)
    {
        var read = new List<FaceDetection>();
        while (true)
        {
            var page = await reader.ReadAsync(key, query, Token);
            Assert.NotNull(page);
            read.AddRange(page.ReadDetections().Cast<FaceDetection>());
            if (page.Next is null)
            {
                return read;
            }

            Assert.Equal(query.Limit, page.Lines.Count);
            query = query with { Position = DetectionPosition.TryParse(page.Next.ToString()) };
        }
    }

    /// <summary>Moments with nobody, with one, and with a crowd; confidences low, high, round and absent.</summary>
    private static List<FaceDetection> RandomFaces(Random random)
    {
        var faces = new List<FaceDetection>();
        for (var timestamp = 0L; timestamp <= 60_000; timestamp += 500)
        {
            var count = random.Next(10) switch { 0 => random.Next(60), < 4 => 0, var few => few - 3 };
            for (var i = 0; i < count; i++)
            {
                float? confidence =
                    random.Next(8) switch { 0 => null, 1 => random.Next(101), _ => random.NextSingle() * 100 };
                faces.Add(Some.Face(timestamp) with
                {
                    Confidence = confidence,
                    BoundingBox = new(random.NextSingle(), random.NextSingle(), faces.Count, 1),
                });
            }
        }

        return faces;
    }

    /// <summary>
    /// In chunks of any length, so that pages end within them, at their ends, and in the middle of a moment.
    /// </summary>
    private async Task StoreResultAsync(string key, IReadOnlyList<FaceDetection> faces, Random random)
    {
        var (sequence, start) = (0, 0);
        while (start < faces.Count)
        {
            var part = faces.Skip(start).Take(random.Next(1, 200)).ToList();
            await SaveChunksAsync(key, Tag(key), Packed.Chunk(Analyses.Default, sequence++, part));
            start += part.Count;
        }

        await SaveAsync(Job(key, status: JobStatus.Succeeded));
    }
}
