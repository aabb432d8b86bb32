using VideoAnalysis.Engine.Segments;

namespace VideoAnalysis.Engine.Tests.Segments;

public sealed class TimecodeTests
{
    [Theory]
    [InlineData(25, 0, "00:00:00:00")]
    [InlineData(25, 83, "00:00:03:08")]
    [InlineData(25, 90_000, "01:00:00:00")]
    [InlineData(24, 11_475, "00:07:58:03")]
    [InlineData(24_000 / 1001.0, 1440, "00:01:00:00")]
    [InlineData(30, 1800, "00:01:00:00")]
    [InlineData(60, 60, "00:00:01:00")]
    [InlineData(30_000 / 1001.0, 299, "00:00:09;29")]
    [InlineData(30_000 / 1001.0, 1799, "00:00:59;29")]
    [InlineData(30_000 / 1001.0, 1800, "00:01:00;02")]
    [InlineData(30_000 / 1001.0, 3597, "00:01:59;29")]
    [InlineData(30_000 / 1001.0, 3598, "00:02:00;02")]
    [InlineData(30_000 / 1001.0, 17_981, "00:09:59;29")]
    [InlineData(30_000 / 1001.0, 17_982, "00:10:00;00")]
    [InlineData(30_000 / 1001.0, 107_892, "01:00:00;00")]
    [InlineData(60_000 / 1001.0, 3599, "00:00:59;59")]
    [InlineData(60_000 / 1001.0, 3600, "00:01:00;04")]
    [InlineData(60_000 / 1001.0, 35_964, "00:10:00;00")]
    [InlineData(12.5, 24, "00:00:02:00")]
    public void Frames_have_timecodes(double rate, long frame, string expected) =>
        Assert.Equal(expected, Timecode.Of(rate)!.At(frame));

    // By the definition: counting up, and passing over the numbers that are dropped.
    [Theory]
    [InlineData(30, 2)]
    [InlineData(60, 4)]
    public void Dropped_numbers_never_come_and_all_others_do(int rate, int dropped)
    {
        var timecode = Timecode.Of(rate * 1000 / 1001.0)!;
        var frame = 0L;
        for (var minute = 0; minute < 65; minute++)
        {
            for (var number = minute % 10 == 0 ? 0 : dropped; number < 60 * rate; number++)
            {
                Assert.Equal(
                    $"{minute / 60:00}:{minute % 60:00}:{number / rate:00};{number % rate:00}", timecode.At(frame++));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Without_a_frame_rate_there_are_none(double rate) => Assert.Null(Timecode.Of(rate));

    [Theory]
    [InlineData(29.97f, 30_000 / 1001.0)]
    [InlineData(29.97003f, 30_000 / 1001.0)]
    [InlineData(23.976f, 24_000 / 1001.0)]
    [InlineData(24f, 24)]
    [InlineData(29.5f, 29.5)]
    public void Rounded_rates_stand_for_exact_ones(float rounded, double exact) =>
        Assert.Equal(exact, FrameRates.Exact(rounded), 6);
}
