namespace VideoAnalysis.Engine.Decoding;

/// <summary>Makes pictures of what ffmpeg writes.</summary>
internal sealed class PictureReader(MatroskaReader source, ProbedTrack track, bool everyFrame) : IDisposable
{
    // The number of the stream with the half seconds, as it is mapped first.
    private const int Sampled = 1;

    private readonly (int Width, int Height) _size = track.Sampled;
    private readonly (int Width, int Height) _smallSize = FfmpegArguments.SmallSize(track, everyFrame);
    private readonly List<long> _frameTimes = [];
    private SharedBuffer? _last;
    private long _lastTimestamp = -1;

    /// <summary>When the frames that were read are shown, in milliseconds, ascending.</summary>
    public IReadOnlyList<long> FrameTimes => _frameTimes;

    /// <summary>Reads on.</summary>
    /// <returns>The next pictures, maybe none; null after the last one.</returns>
    /// <exception cref="EngineFailureException">This is not what ffmpeg was told to write, or it ends too early.</exception>
    public async ValueTask<IReadOnlyList<DecodedPicture>?> NextAsync()
    {
        if (await source.NextAsync() is not { } frame)
        {
            return null;
        }

        var (width, height) = frame.Track == Sampled ? _size : _smallSize;
        if (frame.Length != DecodedPicture.Length(width, height))
        {
            throw new EngineFailureException($"The decoder wrote a picture of {frame.Length} bytes, not one of {width}x{height}.");
        }

        var buffer = new SharedBuffer(frame.Length);
        try
        {
            await source.ReadAsync(buffer.Writable);
        }
        catch
        {
            buffer.Release();
            throw;
        }

        return frame.Track == Sampled ? Samples(frame.Timestamp, buffer) : Small(frame.Timestamp, buffer);
    }

    /// <summary>Gives up the buffer that is held for comparing.</summary>
    public void Dispose()
    {
        _last?.Release();
        _last = null;
    }

    private List<DecodedPicture> Small(long timestamp, SharedBuffer buffer)
    {
        _frameTimes.Add(timestamp);
        if (everyFrame)
        {
            return [new SmallPicture(timestamp, _smallSize.Width, _smallSize.Height, buffer, _frameTimes.Count - 1)];
        }

        buffer.Release();
        return [];
    }

    // When the size of the frames changes in the middle of the video, ffmpeg starts its filters anew, and a picture that is
    // held over the change is not repeated there.
    private List<DecodedPicture> Samples(long timestamp, SharedBuffer buffer)
    {
        if (timestamp <= _lastTimestamp)
        {
            buffer.Release();
            return [];
        }

        var pictures = new List<DecodedPicture>();
        if (_last is { } held)
        {
            for (var gap = _lastTimestamp + VideoFile.SamplingInterval; gap < timestamp; gap += VideoFile.SamplingInterval)
            {
                pictures.Add(Picture(gap, held.Share(), repeated: true));
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
        pictures.Add(Picture(timestamp, _last!.Share(), repeated));
        return pictures;
    }

    private SampledPicture Picture(long timestamp, SharedBuffer buffer, bool repeated) =>
        new(timestamp, _size.Width, _size.Height, buffer, track.Matrix, repeated);
}
