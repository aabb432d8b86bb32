using System.Runtime.CompilerServices;
using System.Threading.Channels;
using VideoAnalysis.Local.Detection.Frames;
using VideoAnalysis.Local.Rekognition.Engine;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Detection;

/// <summary>One video that is being analysed. Holds a few frames at a time, however long it is.</summary>
internal sealed class FaceDetectionRun(FaceDetectionEngine engine, VideoFrames frames) : IVideoAnalysis
{
    /// <inheritdoc/>
    public VideoMetadata Metadata => frames.Metadata;

    /// <inheritdoc/>
    public async IAsyncEnumerable<VideoMoment> AnalyzeAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Ends the work that is under way when the caller stops enumerating, or anything fails.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = Channel.CreateBounded<Task<VideoMoment>>(
            new BoundedChannelOptions(engine.Workers) { SingleReader = true, SingleWriter = true });
        var decoding = Task.Run(() => DecodeAsync(underWay.Writer, stop.Token), CancellationToken.None);
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
    public ValueTask DisposeAsync()
    {
        frames.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task EndOf(Task work) => await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task DecodeAsync(ChannelWriter<Task<VideoMoment>> underWay, CancellationToken stop)
    {
        try
        {
            foreach (var (timestamp, picture) in frames.Sample(stop))
            {
                var work = await engine.BeginAsync(timestamp, picture, stop);
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
}
