using VideoAnalysis.Analyses.Segments;

namespace VideoAnalysis.Engine.Segments;

/// <summary>
/// When frames are shown: in milliseconds, and as SMPTE timecodes, which count from the video's first frame.
/// </summary>
/// <param name="frameRate">Frames a second; null where nobody knows, and then there are no timecodes.</param>
internal sealed class FrameClock(float? frameRate)
{
    private readonly double _rate = FrameRates.Exact(frameRate ?? 0);
    private readonly Timecode? _timecode = Timecode.Of(FrameRates.Exact(frameRate ?? 0));
    private readonly List<long> _times = [];

    /// <summary>Takes the next frame.</summary>
    /// <param name="timestamp">When it is shown, in milliseconds.</param>
    public void Add(long timestamp) => _times.Add(timestamp);

    /// <summary>From when to when a frame is shown, in milliseconds.</summary>
    public (double From, double To) Shown(int frame) => (
        Time(frame),
        frame + 1 < _times.Count ? Time(frame + 1) : Time(frame) + (_rate > 0 ? 1000 / _rate : 1));

    /// <summary>
    /// A segment from one frame to another. As in Rekognition's answers, it ends with the beginning of its last frame,
    /// and what it lasts is the difference.
    /// </summary>
    /// <param name="first">The first frame.</param>
    /// <param name="last">The last one.</param>
    public SegmentDetection Segment(int first, int last)
    {
        var (start, end) = ((long)Time(first), (long)Time(last));
        return new()
        {
            Type = "",
            Timestamp = start,
            EndTimestamp = end,
            DurationMillis = end - start,
            StartFrameNumber = first,
            EndFrameNumber = last,
            DurationFrames = last - first,
            StartTimecode = _timecode?.At(first),
            EndTimecode = _timecode?.At(last),
            DurationTimecode = _timecode?.At(last - first),
        };
    }

    // Times were rounded to whole milliseconds. Where frames come at an even rate, that rate has the rest of them.
    private double Time(int frame)
    {
        var even = _rate > 0 ? _times[0] + (frame * 1000.0 / _rate) + 1e-6 : double.MaxValue;
        return Math.Abs(even - _times[frame]) < 1 ? even : _times[frame];
    }
}
