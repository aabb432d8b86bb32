using VideoAnalysis.Backfilling;
using VideoAnalysis.Collecting;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Samples;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Testing.Faults;

/// <summary>The stories that the fault injection goes through.</summary>
public static class FaultScenarios
{
    private const string Key = "film.mp4";

    /// <summary>Three chunks, in pages that do not fit them.</summary>
    private const int ManyFaces = 2_600;

    private const int FewerFaces = 1_300;

    private const int OddPageSize = 700;

    /// <summary>The smallest: a video of five seconds.</summary>
    public static FaultScenario Small { get; } =
        new("a short video in one page", world => UploadAndCollectAsync(world, Upload(1)));

    /// <summary>A collection in several invocations.</summary>
    public static FaultScenario HandOver { get; } = new("a collection that hands over after every step", async world =>
    {
        MakeLong(world);
        world.HandOverAt = DateTimeOffset.MinValue;
        await UploadAndCollectAsync(world, Upload(1));
    });

    /// <summary>An old job's results come in while a new one replaces it.</summary>
    public static FaultScenario Replacement { get; } =
        new("a newer upload in the middle of the collection", async world =>
        {
            MakeLong(world);
            world.FoundIn = FacesByUpload;
            world.HandOverAt = DateTimeOffset.MinValue;
            await UploadAndCollectAsync(world, Upload(1));
            await UploadAndCollectAsync(world, Upload(2));
        });

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FaultScenario> All { get; } =
    [
        Small,
        new("a video without a face", async world =>
        {
            world.FoundIn = (_, _) => 0;
            await UploadAndCollectAsync(world, Upload(1));
        }),
        new("a long result in many pages", async world =>
        {
            MakeLong(world);
            await UploadAndCollectAsync(world, Upload(1));
        }),
        HandOver,
        new("a page token that expires between two invocations", async world =>
        {
            MakeLong(world);
            world.HandOverAt = DateTimeOffset.MinValue;
            await UploadAndCollectAsync(world, Upload(1));
            world.Engine.TokensExpired = true;
        }),
        new("every message delivered twice", async world =>
        {
            await world.UploadAsync(Upload(1));
            await world.UploadAsync(Upload(1));
            world.FinishJobs();
            var completion = world.Completions.Peek();
            await world.DeliverCompletionsAsync();
            await world.CollectAsync(completion);
        }),
        new("a completion message that never comes", async world =>
        {
            MakeLong(world);
            await world.UploadAsync(Upload(1));
            world.FinishJobs();
            world.Completions.Clear();
        }),
        new("no room, refused again, then room", async world =>
        {
            world.Engine.JobLimit = 0;
            await world.UploadAsync(Upload(1));
            await world.DrainAsync();
            world.Engine.JobLimit = 1;
            await world.DrainAsync();
        }),
        new("an entry of the backlog that gets lost", async world =>
        {
            world.Engine.JobLimit = 0;
            await world.UploadAsync(Upload(1));
            world.Backlog.TakeAll();
            world.Engine.JobLimit = 1;
        }),
        new("a video that the engine refuses", async world =>
        {
            world.Engine.RefuseBecause = "InvalidS3ObjectException: it is no video.";
            await world.UploadAsync(Upload(1));
        }),
        new("a job that fails", async world =>
        {
            world.FoundIn = (_, _) => null;
            await UploadAndCollectAsync(world, Upload(1));
        }),
        new("results that the engine forgets in the middle of the collection", async world =>
        {
            MakeLong(world);
            world.Engine.PageSize = 1_100; // The first page closes a chunk, whatever goes wrong later.
            world.Engine.ForgetAfterReads = 2;
            world.HandOverAt = DateTimeOffset.MinValue;
            await UploadAndCollectAsync(world, Upload(1));
        }),
        new("a newer upload after the first is collected", async world =>
        {
            world.FoundIn = FacesByUpload;
            await UploadAndCollectAsync(world, Upload(1));
            await UploadAndCollectAsync(world, Upload(2));
        }),
        Replacement,
        new("a newer upload while the first waits in the backlog", async world =>
        {
            world.FoundIn = FacesByUpload;
            world.Engine.JobLimit = 0;
            await world.UploadAsync(Upload(1));
            await world.UploadAsync(Upload(2));
            world.Engine.JobLimit = 1;
            await world.DrainAsync();
        }),
        new("a newer upload that the engine refuses", async world =>
        {
            await UploadAndCollectAsync(world, Upload(1));
            world.Engine.RefuseBecause = "InvalidS3ObjectException: it is no video.";
            await world.UploadAsync(Upload(2));
        }),
        new("a newer upload whose event comes first", async world =>
        {
            world.FoundIn = FacesByUpload;
            await world.UploadAsync(Upload(2));
            await UploadAndCollectAsync(world, Upload(1));
        }),
        new("a removal of what is collected", async world =>
        {
            await UploadAndCollectAsync(world, Upload(1));
            await world.RemoveAsync(Key);
        }),
        new("a removal in the middle of the collection, then a newer upload", async world =>
        {
            MakeLong(world);
            world.FoundIn = FacesByUpload;
            world.HandOverAt = DateTimeOffset.MinValue;
            await UploadAndCollectAsync(world, Upload(1));
            await world.RemoveAsync(Key);
            world.HandOverAt = DateTimeOffset.MaxValue;
            await UploadAndCollectAsync(world, Upload(2));
        }),
        new("a failed video analysed again", async world =>
        {
            world.FoundIn = (upload, _) => upload.Attempt == 0 ? null : 10;
            await UploadAndCollectAsync(world, Upload(1));
            await world.SettleAsync();
            world.Catalog.Uploads.Add(Listed(1));
            await world.BackfillAsync(BackfillScope.Failed);
        }),
        Two("two analyses, the second one made up", async world =>
        {
            world.FoundIn = (_, analysis) => analysis == "weather" ? FewerFaces : 10;
            await UploadAndCollectAsync(world, Upload(1));
        }),
        Two("two analyses, one of them refused", async world =>
        {
            (world.Engine.RefuseBecause, world.Engine.RefuseOnly) =
                ("AccessDeniedException: not in this region.", "weather");
            await UploadAndCollectAsync(world, Upload(1));
        }),
        Two("two analyses, one of which fails", async world =>
        {
            world.FoundIn = (_, analysis) => analysis == "weather" ? null : 10;
            await UploadAndCollectAsync(world, Upload(1));
        }),
        Two("two analyses, and room for one at a time", async world =>
        {
            world.Engine.JobLimit = 1;
            await UploadAndCollectAsync(world, Upload(1));
        }),
        Two("two analyses, one of which never completes", async world =>
        {
            world.NeverCompletes = "weather";
            await UploadAndCollectAsync(world, Upload(1));
        }),
        Two("two analyses, and a newer upload", async world =>
        {
            await UploadAndCollectAsync(world, Upload(1));
            await UploadAndCollectAsync(world, Upload(2));
        }),
        Cut("faces, and then the cuts at which they end", async world =>
        {
            await UploadAndCollectAsync(world, Upload(1));
        }),
        Cut("cuts, and then the faces that end there", async world =>
        {
            await world.UploadAsync(Upload(1));
            world.FinishJobs();
            foreach (var completion in TakeAll(world.Completions).Reverse())
            {
                await world.CollectAsync(completion);
            }
        }),
        Cut("faces that end at cuts, and a newer upload", async world =>
        {
            await UploadAndCollectAsync(world, Upload(1));
            await UploadAndCollectAsync(world, Upload(2));
        }),
        Cut("faces that end at cuts, removed", async world =>
        {
            await UploadAndCollectAsync(world, Upload(1));
            await world.RemoveAsync(Key);
        }),
        Cut("faces that end at cuts, collected in steps", async world =>
        {
            MakeLong(world);
            world.HandOverAt = DateTimeOffset.MinValue;
            await UploadAndCollectAsync(world, Upload(1));
        }),
    ];

    /// <summary>
    /// Any analysis: its results come in pages that do not fit its chunks, the collection hands over after every step,
    /// and a page token expires.
    /// </summary>
    public static FaultScenario Of(string analysis) => new($"{analysis}, collected in steps", async world =>
    {
        (world.FoundIn, world.Engine.PageSize) = ((_, _) => FewerFaces, OddPageSize);
        world.HandOverAt = DateTimeOffset.MinValue;
        await UploadAndCollectAsync(world, Upload(1));
        world.Engine.TokensExpired = true;
    })
    {
        Analyses = new(AnalysisSamples.Find(analysis).Analysis),
    };

    private static FaultScenario Two(string name, Func<FaultWorld, Task> play) => new(name, play)
    {
        Analyses = new(AnalysisSamples.Find("faces").Analysis, AnalysisSamples.Find("weather").Analysis),
    };

    private static FaultScenario Cut(string name, Func<FaultWorld, Task> play) => new(name, play)
    {
        Analyses = new(AnalysisSamples.Find("faces").Analysis, AnalysisSamples.Find("segments").Analysis),
    };

    private static Completion[] TakeAll(Queue<Completion> completions)
    {
        Completion[] all = [.. completions];
        completions.Clear();
        return all;
    }

    private static Upload Upload(int sequencer) => Some.Upload(Key, sequencer);

    /// <summary>The same upload as a list of the bucket shows it: without a sequencer, to the second.</summary>
    private static Upload Listed(int sequencer) => Upload(sequencer) with { Sequencer = null };

    private static int? FacesByUpload(Upload upload, string analysis) =>
        upload.ETag == Upload(1).ETag ? ManyFaces : FewerFaces;

    private static void MakeLong(FaultWorld world)
    {
        world.FoundIn = (_, _) => ManyFaces;
        world.Engine.PageSize = OddPageSize;
    }

    private static async Task UploadAndCollectAsync(FaultWorld world, Upload upload)
    {
        await world.UploadAsync(upload);
        world.FinishJobs();
        await world.DeliverCompletionsAsync();
    }
}
