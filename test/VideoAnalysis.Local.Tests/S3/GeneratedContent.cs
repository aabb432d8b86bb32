using System.Net;

namespace VideoAnalysis.Local.Tests.S3;

/// <summary>A body of any length that is nowhere whole; it stops for good where the test says.</summary>
internal sealed class GeneratedContent(long length, long stopAfter = long.MaxValue) : HttpContent
{
    private static readonly byte[] Block = Bytes.Make(1 << 20);

    /// <summary>Completes when it has come to where it stops.</summary>
    public TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        for (long sent = 0; sent < length; sent += Block.Length)
        {
            if (sent >= stopAfter)
            {
                await stream.FlushAsync(cancellationToken);
                Stopped.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            await stream.WriteAsync(Block.AsMemory(0, (int)Math.Min(Block.Length, length - sent)), cancellationToken);
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
