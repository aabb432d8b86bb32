using System.Buffers;
using System.Globalization;
using System.Text;
using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Body;

/// <summary>
/// Takes S3's own framing (<c>Content-Encoding: aws-chunked</c>) off a body: chunks, each behind a line with its size
/// in hex and, if signed, its signature; an empty one at the end; then trailers, a line each. Signatures are read
/// over, as the local endpoint takes any credentials.
/// </summary>
/// <param name="inner">The framed body.</param>
/// <param name="expectedTrailers">The names of the trailers that may come; another one is an error.</param>
internal sealed class AwsChunkedStream(Stream inner, IReadOnlyList<string> expectedTrailers) : Stream
{
    /// <summary>Far above any line that a client has reason to send.</summary>
    private const int MaxLine = 4096;

    private readonly Dictionary<string, string> _trailers = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
    private int _position;
    private int _filled;
    private long _chunkLeft;
    private bool _begun;
    private bool _ended;
    private bool _disposed;

    /// <summary>The trailers, whole once the stream has been read to its end.</summary>
    public IReadOnlyDictionary<string, string> Trailers => _trailers;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="S3Exception">The framing is broken, or the body ends before it does.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || (_chunkLeft == 0 && !await NextChunkAsync(cancellationToken)))
        {
            return 0;
        }

        var wanted = buffer[..(int)Math.Min(buffer.Length, _chunkLeft)];
        int read;
        if (_position < _filled)
        {
            read = Math.Min(wanted.Length, _filled - _position);
            _buffer.AsMemory(_position, read).CopyTo(wanted);
            _position += read;
        }
        else
        {
            read = await inner.ReadAsync(wanted, cancellationToken);
            if (read == 0)
            {
                throw S3Errors.IncompleteBody("The request body terminated within a chunk.");
            }
        }

        _chunkLeft -= read;
        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!_disposed)
        {
            _disposed = true;
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        base.Dispose(disposing);
    }

    private async ValueTask<bool> NextChunkAsync(CancellationToken cancellationToken)
    {
        if (_ended)
        {
            return false;
        }

        if (_begun && await LineAsync(cancellationToken) is not "")
        {
            throw S3Errors.IncompleteBody("A chunk does not end where its size says.");
        }

        _begun = true;
        var header = await LineAsync(cancellationToken)
            ?? throw S3Errors.IncompleteBody("The request body terminated before its last chunk.");
        var size = header.AsSpan(
            0, header.IndexOf(';', StringComparison.Ordinal) is var end and >= 0 ? end : header.Length);
        if (!long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _chunkLeft)
            || _chunkLeft < 0)
        {
            throw S3Errors.InvalidRequest("A chunk does not begin with its size.");
        }

        if (_chunkLeft > 0)
        {
            return true;
        }

        await ReadTrailersAsync(cancellationToken);
        _ended = true;
        return false;
    }

    private async ValueTask ReadTrailersAsync(CancellationToken cancellationToken)
    {
        // An empty line closes the trailers; with none of them some clients leave it out.
        while (await LineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = Math.Max(0, line.IndexOf(':', StringComparison.Ordinal));
            var name = line[..colon].Trim();
            if (!expectedTrailers.Contains(name, StringComparer.OrdinalIgnoreCase)
                || !_trailers.TryAdd(name, line[(colon + 1)..].Trim()))
            {
                throw Unexpected();
            }
        }

        // Some clients end with one more empty line. Anything else is no part of the body.
        do
        {
            if (_buffer.AsSpan(_position, _filled - _position).ContainsAnyExcept((byte)'\r', (byte)'\n'))
            {
                throw Unexpected();
            }

            _position = 0;
            _filled = await inner.ReadAsync(_buffer, cancellationToken);
        }
        while (_filled > 0);
    }

    private static S3Exception Unexpected() => S3Errors.MalformedTrailer(
        "The request contained trailing data that was not well-formed or did not conform to our published schema.");

    /// <summary>The next line without its end; null at the end of the body.</summary>
    private async ValueTask<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_position == _filled)
            {
                _position = 0;
                _filled = await inner.ReadAsync(_buffer, cancellationToken);
                if (_filled == 0)
                {
                    return line.Length == 0 ? null
                        : throw S3Errors.IncompleteBody("The request body terminated within a line.");
                }
            }

            var rest = _buffer.AsSpan(_position, _filled - _position);
            var end = rest.IndexOf((byte)'\n');
            line.Append(Encoding.Latin1.GetString(end < 0 ? rest[..Math.Min(rest.Length, MaxLine + 1)] : rest[..end]));
            if (line.Length > MaxLine)
            {
                throw S3Errors.InvalidRequest("A line between chunks is too long.");
            }

            _position = end < 0 ? _filled : _position + end + 1;
            if (end >= 0)
            {
                return line.ToString().TrimEnd('\r');
            }
        }
    }
}
