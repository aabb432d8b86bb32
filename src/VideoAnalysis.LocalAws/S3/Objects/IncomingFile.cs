using System.Buffers;
using Microsoft.Win32.SafeHandles;
using VideoAnalysis.LocalAws.S3.Body;
using VideoAnalysis.LocalAws.S3.Protocol;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>
/// A file being received. It becomes one of the objects' files with <see cref="Keep"/>, and is gone if that is not
/// followed by <see cref="Committed"/> before it is disposed of.
/// </summary>
internal sealed class IncomingFile : IDisposable
{
    /// <summary>Enough to keep disk and network busy, and little beside a process.</summary>
    private const int BufferSize = 128 * 1024;

    private readonly DataFolder _folder;
    private readonly FileStream _stream;
    private readonly SafeFileHandle _handle;
    private string _path;
    private bool _committed;

    internal IncomingFile(DataFolder folder, string name)
    {
        _folder = folder;
        Name = name;
        _path = Path.Combine(folder.Incoming, name);
        _stream = DataFolder.CreateFile(_path);
        _handle = _stream.SafeFileHandle;
    }

    /// <summary>Its opaque name.</summary>
    public string Name { get; }

    /// <summary>How much has been received.</summary>
    public long Length { get; private set; }

    /// <summary>Appends bytes.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await RandomAccess.WriteAsync(_handle, bytes, Length, cancellationToken);
        Length += bytes.Length;
    }

    /// <summary>Appends a body to its end, whatever its length, in a buffer of fixed size.</summary>
    public Task ReceiveAsync(VerifiedBody body, CancellationToken cancellationToken) =>
        CopyAsync(body.ReadAsync, cancellationToken);

    /// <summary>Appends a stretch of another file.</summary>
    /// <param name="source">The file's path; somebody must hold its lease.</param>
    /// <param name="range">The stretch.</param>
    /// <param name="observe">Sees all bytes on their way.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task AppendAsync(
        string source, ByteRange range, Action<ReadOnlySpan<byte>> observe, CancellationToken cancellationToken)
    {
        using var handle = File.OpenHandle(source, options: FileOptions.Asynchronous | FileOptions.SequentialScan);
        var offset = range.Offset;
        var end = offset + range.Length;
        await CopyAsync(
            async (buffer, token) =>
            {
                var wanted = buffer[..(int)Math.Min(buffer.Length, end - offset)];
                var read = wanted.IsEmpty ? 0 : await RandomAccess.ReadAsync(handle, wanted, offset, token);
                observe(wanted.Span[..read]);
                offset += read;
                return read;
            },
            cancellationToken);
        if (offset != end)
        {
            throw new EndOfStreamException($"The file {source} is shorter than the object that it belongs to.");
        }
    }

    /// <summary>Makes what was received durable, and gives it its place among the objects' files.</summary>
    public void Keep()
    {
        // The bytes first, then the name: a file under Objects is whole, whatever happens. (The directory entry is
        // made durable by the fsync of the commit that follows: it is later in the same file system's journal.)
        RandomAccess.FlushToDisk(_handle);
        _stream.Dispose();
        var place = Path.Combine(_folder.Objects, Name);
        File.Move(_path, place);
        _path = place;
    }

    /// <summary>Says that a committed row refers to the file.</summary>
    public void Committed() => _committed = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        if (!_committed)
        {
            File.Delete(_path);
        }
    }

    private async Task CopyAsync(
        Func<Memory<byte>, CancellationToken, ValueTask<int>> read, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await read(buffer, cancellationToken) is var count and > 0)
            {
                await WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
