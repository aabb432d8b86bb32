using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.Videos;

namespace VideoAnalysis.LocalAws.Tests.Rekognition;

/// <summary>An engine that sees what the test says, when the test lets it.</summary>
internal sealed class ScriptedEngine : IVideoEngine, IDisposable
{
    private readonly SemaphoreSlim _mayEnd = new(0);
    private readonly SemaphoreSlim _held = new(0);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;

    /// <summary>How many faces are seen at each half second.</summary>
    public IReadOnlyList<int> Faces { get; set; } = [1, 2, 0, 1];

    /// <summary>What it finds of other requests at each half second, given the request and the timestamp.</summary>
    public Func<EngineRequest, long, IReadOnlyList<EngineFinding>>? Others { get; set; }

    /// <summary>The hard cuts, each told with the first step that is not before it; null looks for none.</summary>
    public IReadOnlyList<long>? Cuts { get; set; } = [];

    /// <summary>The audio tracks, told at the end.</summary>
    public IReadOnlyList<AudioTrack> Audio { get; set; } = [];

    /// <summary>The embedding of the face of that number; null measures none.</summary>
    public Func<int, float[]>? Embedding { get; set; }

    /// <summary>Whether a video waits, after its last moment, for <see cref="LetOneEnd"/>.</summary>
    public bool Holds { get; set; }

    /// <summary>What opening a video ends with; null opens it.</summary>
    public Exception? OpeningFails { get; set; }

    /// <summary>What analysing these requests ends with; null analyses them.</summary>
    public Func<IReadOnlyList<EngineRequest>, Exception?>? AnalyzingFails { get; set; }

    /// <summary>The requests of every pass so far.</summary>
    public ConcurrentQueue<IReadOnlyList<EngineRequest>> Passes { get; } = new();

    /// <summary>How many videos were opened.</summary>
    public int Opened { get; private set; }

    /// <summary>Ends when the first video is opened.</summary>
    public Task FirstOpened => _opened.Task;

    /// <summary>The most videos that were analysed at a time.</summary>
    public int MostRunning { get; private set; }

    /// <summary>Counts <see cref="MostRunning"/> anew.</summary>
    public void ForgetMostRunning() => MostRunning = 0;

    /// <summary>Lets a video end that is held, or the next one.</summary>
    public void LetOneEnd() => _mayEnd.Release();

    /// <summary>Waits until a video is held, one wait a video.</summary>
    public Task HeldAsync(CancellationToken cancellationToken) => _held.WaitAsync(cancellationToken);

    public IReadOnlyList<string> Analyses { get; set; } = ["faces"];

    public Task<OpenedVideo> OpenAsync(string path, CancellationToken cancellationToken)
    {
        Opened++;
        _opened.TrySetResult();
        var metadata = new VideoMetadata
        {
            Codec = "h264",
            DurationMillis = Faces.Count * 500,
            Format = "QuickTime / MOV",
            FrameRate = 30,
            FrameWidth = 1920,
            FrameHeight = 1080,
        };
        return OpeningFails is null ? Task.FromResult(new OpenedVideo(metadata, AnalyzeAsync)) : throw OpeningFails;
    }

    public void Dispose()
    {
        _mayEnd.Dispose();
        _held.Dispose();
    }

    private async IAsyncEnumerable<EngineStep> AnalyzeAsync(
        IReadOnlyList<EngineRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        MostRunning = Math.Max(MostRunning, Interlocked.Increment(ref _running));
        Passes.Enqueue(requests);
        try
        {
            if (AnalyzingFails?.Invoke(requests) is { } failure)
            {
                throw failure;
            }

            for (var moment = 0; moment < Faces.Count; moment++)
            {
                var timestamp = moment * 500L;
                yield return new(
                    timestamp,
                    [.. requests.SelectMany(request => Findings(request, moment))],
                    Cuts?.Where(cut => cut > timestamp - 500 && cut <= timestamp).ToList(),
                    Audio: moment == Faces.Count - 1 ? Audio : null);
            }

            if (Holds)
            {
                _held.Release();
                await _mayEnd.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private IEnumerable<EngineFinding> Findings(EngineRequest request, int moment) => request is FaceRequest
        ? Enumerable.Range(0, Faces[moment])
            .Select(number => new EngineFinding("faces", Face(moment * 500, number), Embedding?.Invoke(number)))
        : Others!(request, moment * 500);

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
