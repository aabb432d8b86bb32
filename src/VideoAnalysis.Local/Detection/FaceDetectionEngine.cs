using System.Collections.Concurrent;
using OpenCvSharp;
using VideoAnalysis.Local.Detection.Faces;
using VideoAnalysis.Local.Detection.Frames;
using VideoAnalysis.Local.Rekognition.Engine;

namespace VideoAnalysis.Local.Detection;

/// <summary>
/// Finds the faces of videos, for real: decodes, samples every 500 ms, detects, measures. One engine serves any number of
/// videos at once; together they use as many cores as it was given. The same bytes give the same faces.
/// </summary>
internal sealed class FaceDetectionEngine : IVideoEngine, IDisposable
{
    private readonly FaceModels _models;
    private readonly ConcurrentBag<FaceDetector> _idle = [];
    private readonly SemaphoreSlim _free;

    /// <param name="models">Where the models are.</param>
    /// <param name="workers">How many frames are worked on at a time, a core each; as many as there are cores by default.</param>
    /// <exception cref="NativeLibraryMissingException">Packages of the system are missing.</exception>
    public FaceDetectionEngine(FaceModels models, int? workers = null)
    {
        NativeDecoder.Require();
        _models = models;
        Workers = Math.Max(1, workers ?? Environment.ProcessorCount);
        _free = new SemaphoreSlim(Workers, Workers);
    }

    /// <summary>How many frames are worked on at a time.</summary>
    public int Workers { get; }

    /// <inheritdoc/>
    public async Task<IVideoAnalysis> OpenAsync(string path, CancellationToken cancellationToken)
    {
        // On the thread pool: it reads the file's index from the disk.
        var frames = await Task.Run(() => VideoFrames.Open(path), cancellationToken);
        return new FaceDetectionRun(this, frames);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out var detector))
        {
            detector.Dispose();
        }

        _free.Dispose();
    }

    /// <summary>Starts work on a frame as soon as a core is free for it.</summary>
    /// <param name="timestamp">The frame's, in milliseconds.</param>
    /// <param name="picture">BGR; owned by this engine from here on.</param>
    /// <param name="cancellationToken">Gives up waiting for a core.</param>
    /// <returns>The work under way, which is not cancelled: it ends soon.</returns>
    internal async Task<Task<VideoMoment>> BeginAsync(long timestamp, Mat picture, CancellationToken cancellationToken)
    {
        try
        {
            await _free.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            picture.Dispose();
            throw;
        }

        return Task.Run(() => Detect(timestamp, picture), CancellationToken.None);
    }

    private VideoMoment Detect(long timestamp, Mat picture)
    {
        FaceDetector? detector = null;
        try
        {
            detector = _idle.TryTake(out var idle) ? idle : new FaceDetector(_models);
            using (picture)
            {
                return new VideoMoment(timestamp, detector.Detect(picture, timestamp));
            }
        }
        finally
        {
            if (detector is not null)
            {
                _idle.Add(detector);
            }

            _free.Release();
        }
    }
}
