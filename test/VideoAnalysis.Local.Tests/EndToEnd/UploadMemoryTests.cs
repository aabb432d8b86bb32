using System.Globalization;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.EndToEnd;

[Slow]
public sealed class UploadMemoryTests
{
    /// <summary>The variable that makes the upload larger, as docs/local.md has it.</summary>
    private const string SizeVariable = "UPLOAD_MEGABYTES";

    private const long Megabyte = 1024 * 1024;

    [Fact(Timeout = 600_000)]
    public async Task An_upload_leaves_the_memory_of_the_stack_as_it_is()
    {
        var size = long.Parse(Environment.GetEnvironmentVariable(SizeVariable)
            ?? "200", CultureInfo.InvariantCulture) * Megabyte;
        using var folder = new TemporaryFolder();
        await using var stack = await StackProcess.StartedAsync(folder.Path);

        // What the first request of all loads is not the upload's.
        await stack.PutAsync("small.bin", new byte[Megabyte]);
        var before = stack.PeakMemory();
        await using (var content = new Zeros(size))
        {
            await stack.S3.PutObjectAsync(
                new() { BucketName = "videos", Key = "large.bin", InputStream = content, AutoCloseStream = false },
                TestContext.Current.CancellationToken);
        }

        var grown = (stack.PeakMemory() - before) / Megabyte;
        Measured.Report(
            $"uploading {size / Megabyte} MB raised the peak of the resident memory by {grown} MB, from " +
            $"{before / Megabyte} MB");
        var stored = await stack.S3.GetObjectMetadataAsync(
            "videos", "large.bin", TestContext.Current.CancellationToken);
        Assert.Equal(size, stored.ContentLength);
        Assert.InRange(grown, 0, 63);
    }

    /// <summary>That many zero bytes, which nobody has to hold.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _position;
            set => _position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - _position);
            buffer[..count].Clear();
            _position += count;
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => _position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => length + offset,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
