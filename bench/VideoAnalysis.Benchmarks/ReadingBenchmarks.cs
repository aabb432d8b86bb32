using BenchmarkDotNet.Attributes;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Stores;

namespace VideoAnalysis.Benchmarks;

/// <summary>What it takes to read of a long result, without the database: the whole of each reading.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private static readonly FaceAnalysis Faces = new(FaceAttributes.Default);
    private readonly InMemoryResultStore _store = new();
    private ResultReader _reader = null!;
    private VideoOverview _video = null!;

    /// <summary>How many detections the video has. Chunks repeat after 20,000.</summary>
    [Params(300_000, 1_000_000)]
    public int Detections { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        var job = StoredData.Job(status: JobStatus.Succeeded);
        await _store.TrySaveJobAsync(job, CancellationToken.None);
        var (chunks, bytes, sequence) = (SampleChunks.Of(20_000), 0L, 0);
        for (var left = Detections; left > 0; sequence++)
        {
            // Chunks that repeat say the same time: the order of time holds for their heads.
            var chunk = chunks[sequence % chunks.Count];
            var time = sequence * 1_000L;
            await _store.SaveChunkAsync(
                "film.mp4",
                job.Tag,
                chunk with { Head = chunk.Head with { Sequence = sequence, From = time, To = time } },
                null,
                CancellationToken.None);
            left -= chunk.Head.Count;
            bytes += chunk.Head.Index.Length + chunk.Body.Length;
        }

        Console.WriteLine($"// {sequence:N0} chunks, {(double)bytes / Detections:F1} bytes stored a detection");
        _reader = new(_store, new(Faces));
        _video = (await _reader.FindAsync("film.mp4", CancellationToken.None))!;
    }

    [Benchmark]
    public async Task<int> TimelineAsync() =>
        (await new TimelineReader(_reader)
            .ReadAsync(_video, new() { Analysis = Faces }, CancellationToken.None))!.Intervals.Count;

    /// <summary>A confidence that one detection in 20,000 has, from the first page to the last.</summary>
    [Benchmark]
    public async Task<int> RareConfidenceAsync()
    {
        var query = new DetectionQuery { Analysis = Faces, MinConfidence = SampleChunks.RareConfidence };
        var found = 0;
        do
        {
            var page = (await _reader.ReadAsync(_video, query, CancellationToken.None))!;
            found += page.Lines.Count;
            query = query with { Position = page.Next };
        }
        while (query.Position is not null);

        return found;
    }

    /// <summary>The first page of 1,000 detections.</summary>
    [Benchmark]
    public async Task<int> PageAsync() =>
        (await _reader.ReadAsync(_video, new() { Analysis = Faces }, CancellationToken.None))!.Lines.Count;
}
