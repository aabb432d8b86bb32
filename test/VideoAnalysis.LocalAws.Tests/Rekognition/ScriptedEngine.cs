using System.Runtime.CompilerServices;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

/// <summary>An engine that sees what the test says, when the test lets it.</summary>
internal sealed class ScriptedEngine : IVideoEngine, IDisposable
{
    private readonly SemaphoreSlim _mayEnd = new(0);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;

    /// <summary>How many faces are seen at each half second.</summary>
    public IReadOnlyList<int> Faces { get; set; } = [1, 2, 0, 1];

    /// <summary>Whether a job waits, after its last moment, for <see cref="LetOneEnd"/>.</summary>
    public bool Holds { get; set; }

    /// <summary>What opening a video ends with; null opens it.</summary>
    public Exception? OpeningFails { get; set; }

    /// <summary>How many videos were opened.</summary>
    public int Opened { get; private set; }

    /// <summary>Ends when the first video is opened.</summary>
    public Task FirstOpened => _opened.Task;

    /// <summary>The most that were analysed at a time.</summary>
    public int MostRunning { get; private set; }

    /// <summary>Lets a job end that is held, or the next one.</summary>
    public void LetOneEnd() => _mayEnd.Release();

    public IReadOnlyList<string> Analyses => ["faces"];

    public Task<VideoMetadata> InspectAsync(string path, CancellationToken cancellationToken)
    {
        Opened++;
        _opened.TrySetResult();
        return OpeningFails is null
            ? Task.FromResult(new VideoMetadata
            {
                Codec = "h264",
                DurationMillis = Faces.Count * 500,
                Format = "QuickTime / MOV",
                FrameRate = 30,
                FrameWidth = 1920,
                FrameHeight = 1080,
            })
            : throw OpeningFails;
    }

    public async IAsyncEnumerable<EngineStep> AnalyzeAsync(
        string path, IReadOnlyList<EngineRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        MostRunning = Math.Max(MostRunning, Interlocked.Increment(ref _running));
        try
        {
            for (var moment = 0; moment < Faces.Count; moment++)
            {
                var faces = Enumerable.Range(0, Faces[moment])
                    .Select(number => new EngineFinding("faces", Face(moment * 500, number)));
                yield return new(moment * 500, [.. faces], []);
            }

            if (Holds)
            {
                await _mayEnd.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    public void Dispose() => _mayEnd.Dispose();

    private static FaceDetection Face(long timestamp, int number) => new()
    {
        Timestamp = timestamp,
        Confidence = 90 + (number % 10),
        BoundingBox = new BoundingBox(-0.1f, 0.25f, 0.5f, 0.75f),
        Landmarks = [new("eyeLeft", 0.1f, 0.2f), new("leftPupil", 0.3f, 0.4f)],
        Pose = new(1, 2, 3),
        EyesOpen = new(true, 99),
    };
}
