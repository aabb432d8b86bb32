using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using OpenCvSharp;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine.Faces;
using VideoAnalysis.Engine.Frames;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine;

/// <summary>
/// Finds the faces of videos, for real: decodes, samples every 500 ms, detects, measures. One engine serves any number of
/// videos at once; together they use as many cores as it was given. The same bytes give the same faces.
/// </summary>
internal sealed class FaceDetectionEngine : IDisposable
{
    private readonly FaceModels _models;
    private readonly ConcurrentBag<FaceDetector> _idle = [];
    private readonly SemaphoreSlim _free;
    private readonly int _workers;

    /// <param name="models">Where the models are.</param>
    /// <param name="workers">How many frames are worked on at a time, a core each; as many as there are cores by default.</param>
    /// <exception cref="NativeLibraryMissingException">Packages of the system are missing.</exception>
    public FaceDetectionEngine(FaceModels models, int? workers = null)
    {
        NativeDecoder.Require();
        _models = models;
        _workers = Math.Max(1, workers ?? Environment.ProcessorCount);
        _free = new SemaphoreSlim(_workers, _workers);
    }

    /// <summary>What can be said of a video before it is analysed; reads its index, and decodes nothing.</summary>
    /// <param name="path">A file, whatever its name.</param>
    /// <exception cref="UnusableVideoException">It cannot be analysed.</exception>
    public static VideoMetadata Inspect(string path)
    {
        using var frames = VideoFrames.Open(path);
        return frames.Metadata;
    }

    /// <summary>Analyses a video. Holds a few frames at a time, however long it is.</summary>
    /// <param name="path">A file, whatever its name.</param>
    /// <param name="attributes">What is wanted of each face.</param>
    /// <param name="cancellationToken">Stops after the frames in hand.</param>
    /// <returns>One element a sampled frame, in order, also where no face is seen.</returns>
    /// <exception cref="UnusableVideoException">
    /// While enumerating, maybe after some frames: it cannot be analysed (to its end). What was returned is void then.
    /// </exception>
    public async IAsyncEnumerable<SampledFaces> DetectAsync(
        string path, FaceAttributes attributes, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Ends the work that is under way when the caller stops enumerating, or anything fails.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = Channel.CreateBounded<Task<SampledFaces>>(
            new BoundedChannelOptions(_workers) { SingleReader = true, SingleWriter = true });
        var decoding = Task.Run(() => DecodeAsync(path, attributes, underWay.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var moment in underWay.Reader.ReadAllAsync(cancellationToken))
            {
                yield return await moment;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await decoding;
            while (underWay.Reader.TryRead(out var left))
            {
                await EndOf(left);
            }
        }
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

    private static async Task EndOf(Task work) => await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task DecodeAsync(
        string path, FaceAttributes attributes, ChannelWriter<Task<SampledFaces>> underWay, CancellationToken stop)
    {
        try
        {
            using var frames = VideoFrames.Open(path);
            foreach (var (timestamp, picture) in frames.Sample(stop))
            {
                var work = await BeginAsync(timestamp, picture, attributes, stop);
                try
                {
                    await underWay.WriteAsync(work, stop);
                }
                catch (OperationCanceledException)
                {
                    await EndOf(work);
                    throw;
                }
            }

            underWay.Complete();
        }
        // Whatever it is, it is for the reader: the channel throws it again where the moments are enumerated.
        catch (Exception e)
        {
            underWay.Complete(e);
        }
    }

    // Returns the work under way once a core is free for it. That is not cancelled: it ends soon, and cleans up.
    private async Task<Task<SampledFaces>> BeginAsync(
        long timestamp, Mat picture, FaceAttributes attributes, CancellationToken stop)
    {
        try
        {
            await _free.WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            picture.Dispose();
            throw;
        }

        return Task.Run(() => Detect(timestamp, picture, attributes), CancellationToken.None);
    }

    private SampledFaces Detect(long timestamp, Mat picture, FaceAttributes attributes)
    {
        FaceDetector? detector = null;
        try
        {
            detector = _idle.TryTake(out var idle) ? idle : new FaceDetector(_models);
            using (picture)
            {
                return new SampledFaces(timestamp, detector.Detect(picture, timestamp, attributes));
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
