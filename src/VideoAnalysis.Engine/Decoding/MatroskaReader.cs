using System.Numerics;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>
/// Reads a Matroska stream as ffmpeg writes it to a pipe: enough of it to find the frames of raw tracks. Matroska is
/// EBML (RFC 8794): elements that have an id, a size and a content.
/// </summary>
internal sealed class MatroskaReader(ChildProcess source)
{
    private const uint Segment = 0x18538067;
    private const uint Cluster = 0x1F43B675;
    private const uint ClusterTimestamp = 0xE7;
    private const uint BlockGroup = 0xA0;
    private const uint Block = 0xA1;
    private const uint SimpleBlock = 0xA3;

    // A block has its track (one byte here), its time relative to its cluster (two), and flags.
    private const int BlockHeader = 4;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _position;
    private int _end;
    private long _clusterTime;

    /// <summary>Goes to the next frame, whose content has to be read with <see cref="ReadAsync"/> then.</summary>
    /// <returns>
    /// The number of its track (1, 2, …), its time in ms and its length in bytes; null after the last frame.
    /// </returns>
    /// <exception cref="EngineFailureException">
    /// The stream ends in the middle of something, or is no Matroska.
    /// </exception>
    public async ValueTask<(int Track, long Timestamp, int Length)?> NextAsync()
    {
        while (await IsThereMoreAsync())
        {
            var id = await NumberAsync(keepMarker: true);
            var size = await NumberAsync(keepMarker: false);
            switch (id)
            {
                case Segment or Cluster or BlockGroup:
                    break;
                case ClusterTimestamp:
                    _clusterTime = await UnsignedAsync((int)Bounded(size, 8));
                    break;
                case SimpleBlock or Block:
                    var track = (int)(await ByteAsync() & 0x7F);
                    var time = _clusterTime + (short)await UnsignedAsync(2);
                    await ByteAsync();
                    return (track, time, (int)Bounded(size - BlockHeader, Array.MaxLength));
                default:
                    await SkipAsync(Bounded(size, int.MaxValue));
                    break;
            }
        }

        return null;
    }

    /// <summary>Reads bytes of the content of the frame.</summary>
    public async ValueTask ReadAsync(Memory<byte> target)
    {
        var buffered = Math.Min(target.Length, _end - _position);
        _buffer.AsMemory(_position, buffered).CopyTo(target);
        _position += buffered;
        for (var rest = target[buffered..]; !rest.IsEmpty;)
        {
            var read = await source.ReadAsync(rest);
            rest = read > 0 ? rest[read..] : throw Broken();
        }
    }

    private static long Bounded(long size, long limit) => size >= 0 && size <= limit ? size : throw Broken();

    private static EngineFailureException Broken() => new("The decoder's output ended in the middle of a picture.");

    private async ValueTask<bool> IsThereMoreAsync()
    {
        if (_position == _end)
        {
            _position = 0;
            _end = await source.ReadAsync(_buffer);
        }

        return _end > 0;
    }

    private async ValueTask<byte> ByteAsync() => await IsThereMoreAsync() ? _buffer[_position++] : throw Broken();

    private async ValueTask<long> UnsignedAsync(int bytes)
    {
        var value = 0L;
        for (var i = 0; i < bytes; i++)
        {
            value = (value << 8) | await ByteAsync();
        }

        return value;
    }

    // The zeros in front of the first set bit say how many more bytes there are; that bit belongs to ids, not to sizes.
    // All bits set is a size that nobody knows yet, which only what is entered here has: it is not looked at.
    private async ValueTask<long> NumberAsync(bool keepMarker)
    {
        var first = await ByteAsync();
        var more = BitOperations.LeadingZeroCount((uint)first) - 24;
        if (more > 7)
        {
            throw Broken();
        }

        var value = keepMarker ? first : first & (0x7F >> more);
        return ((long)value << (8 * more)) | await UnsignedAsync(more);
    }

    private async ValueTask SkipAsync(long bytes)
    {
        for (var left = bytes; left > 0;)
        {
            var step = await IsThereMoreAsync() ? (int)Math.Min(left, _end - _position) : throw Broken();
            _position += step;
            left -= step;
        }
    }
}
