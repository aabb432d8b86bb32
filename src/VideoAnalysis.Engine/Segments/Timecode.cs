using System.Globalization;

namespace VideoAnalysis.Engine.Segments;

/// <summary>
/// SMPTE timecodes (ST 12-1): hours, minutes, seconds and frames, as if there were a whole number of frames a second.
/// At 29.97 and 59.94 frames a second, numbers are dropped so that the code keeps step with the clock: 2 or 4 at the
/// beginning of each minute that is not a tenth. A semicolon says so.
/// </summary>
internal sealed class Timecode
{
    // Of 30 frames' numbers.
    private const int DroppedOf30 = 2;

    private readonly int _rate;
    private readonly int _dropped;

    private Timecode(int rate, int dropped) => (_rate, _dropped) = (rate, dropped);

    /// <summary>The timecodes at a frame rate; null if it is unknown or less than one a second.</summary>
    /// <param name="frameRate">Frames a second.</param>
    public static Timecode? Of(double frameRate)
    {
        var rate = (int)Math.Round(frameRate);
        var drops = rate % 30 == 0 && Math.Abs(frameRate - (rate * 1000 / 1001.0)) < 1e-3;
        return rate < 1 ? null : new(rate, drops ? DroppedOf30 * rate / 30 : 0);
    }

    /// <summary>The timecode of a frame, or of so many frames.</summary>
    /// <param name="frames">How many frames come before it.</param>
    public string At(long frames)
    {
        var number = frames + Dropped(frames);
        var seconds = number / _rate;
        var separator = _dropped > 0 ? ';' : ':';
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}{separator}{number % _rate:00}");
    }

    // How many numbers were dropped before a frame.
    private long Dropped(long frames)
    {
        var inMinute = (60 * _rate) - _dropped;
        var (tens, rest) = Math.DivRem(frames, (10 * inMinute) + _dropped);
        return _dropped * ((9 * tens) + (Math.Max(0, rest - _dropped) / inMinute));
    }
}
