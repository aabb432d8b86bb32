using VideoAnalysis.Videos;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>Makes pictures of what ffmpeg writes.</summary>
internal sealed class PictureReader(MatroskaReader source, ProbedTrack track, bool everyFrame) : IDisposable
{
    // The number of the stream with the half seconds, as it is mapped first.
    private const int Sampled = 1;

    private readonly (int Width, int Height) _size = track.Sampled;
    private readonly (int Width, int Height) _smallSize = FfmpegArguments.SmallSize(track, everyFrame);
    private readonly List<long> _frameTimes = [];
    private readonly Queue<DecodedPicture> _ready = [];
    private SharedBuffer? _last;
    private long _lastTimestamp = -1;

    /// <summary>When the frames that were read are shown, in milliseconds, ascending.</summary>
    public IReadOnlyList<long> FrameTimes => _frameTimes;

    /// <summary>Reads on.</summary>
    /// <returns>The next picture, which is the caller's to dispose; null after the last one.</returns>
    /// <exception cref="EngineFailureException">
    /// This is not what ffmpeg was told to write, or it ends too early.
    /// </exception>
    public async ValueTask<DecodedPicture?> NextAsync()
    {
        while (_ready.Count == 0 && await source.NextAsync() is { } frame)
        {
            await TakeAsync(frame.Track, frame.Timestamp, frame.Length);
        }

        return _ready.TryDequeue(out var picture) ? picture : null;
    }

    /// <summary>Gives up the pictures that nobody took, and the buffer that is held for comparing.</summary>
    public void Dispose()
    {
        while (_ready.TryDequeue(out var picture))
        {
            picture.Dispose();
        }

        _last?.Release();
        _last = null;
    }

    private async ValueTask TakeAsync(int stream, long timestamp, int length)
    {
        var (width, height) = stream == Sampled ? _size : _smallSize;
        if (length != DecodedPicture.Length(width, height))
        {
            throw new EngineFailureException(
                $"The decoder wrote a picture of {length} bytes, not one of {width}x{height}.");
        }

        var buffer = new SharedBuffer(length);
        try
        {
            await source.ReadAsync(buffer.Writable);
        }
        catch
        {
            buffer.Release();
            throw;
        }

        if (stream == Sampled)
        {
            Sample(timestamp, buffer);
        }
        else
        {
            Small(timestamp, buffer);
        }
    }

    private void Small(long timestamp, SharedBuffer buffer)
    {
        _frameTimes.Add(timestamp);
        if (everyFrame)
        {
            _ready.Enqueue(
                new SmallPicture(timestamp, _smallSize.Width, _smallSize.Height, buffer, _frameTimes.Count - 1));
        }
        else
        {
            buffer.Release();
        }
    }

    // When the size of the frames changes in the middle of the video, ffmpeg starts its filters anew, and a picture
    // that is held over the change is not repeated there.
    private void Sample(long timestamp, SharedBuffer buffer)
    {
        if (timestamp <= _lastTimestamp)
        {
            buffer.Release();
            return;
        }

        if (_last is { } held)
        {
            for (var gap = _lastTimestamp + Sampling.Interval; gap < timestamp; gap += Sampling.Interval)
            {
                _ready.Enqueue(Picture(gap, held.Share(), repeated: true));
            }
        }

        var repeated = _last is { } last && last.Bytes.SequenceEqual(buffer.Bytes);
        if (repeated)
        {
            buffer.Release();
        }
        else
        {
            _last?.Release();
            _last = buffer;
        }

        _lastTimestamp = timestamp;
        _ready.Enqueue(Picture(timestamp, _last!.Share(), repeated));
    }

    private SampledPicture Picture(long timestamp, SharedBuffer buffer, bool repeated) =>
        new(timestamp, _size.Width, _size.Height, buffer, track.Matrix, repeated);
}
