using VideoAnalysis.Analyses.Segments;

namespace VideoAnalysis.Testing.Samples;

/// <summary>
/// Segments for tests: first the technical cues, and then, from the start of the video again, the shots.
/// </summary>
public static class SomeSegments
{
    private const int FrameRate = 25;

    private static readonly string[] Cues = ["ColorBars", "BlackFrames", "Content", "SomethingNew"];

    /// <summary>So many segments.</summary>
    public static IReadOnlyList<SegmentDetection> Of(int count) =>
    [
        .. Enumerable.Range(0, count / 4).Select(i => Segment(i, 100, SegmentTypes.TechnicalCue) with
        {
            TechnicalCue = Cues[i % Cues.Length],
        }),
        .. Enumerable.Range(0, count - (count / 4)).Select(i => i % 10 == 9
            ? new SegmentDetection { Timestamp = i * 1_000L, EndTimestamp = i * 1_000L, Type = SegmentTypes.Shot }
            : Segment(i, 25, SegmentTypes.Shot) with { ShotIndex = i }),
    ];

    private static SegmentDetection Segment(int number, int frames, string type) => new()
    {
        Timestamp = number * frames * 1_000L / FrameRate,
        EndTimestamp = (((number + 1) * frames) - 1) * 1_000L / FrameRate,
        Confidence = 50 + (number % 50),
        Type = type,
        StartFrameNumber = number * frames,
        EndFrameNumber = ((number + 1) * frames) - 1,
        DurationFrames = frames - 1,
        DurationMillis = (frames - 1) * 1_000L / FrameRate,
        StartTimecode = Timecode(number * frames),
        EndTimecode = Timecode(((number + 1) * frames) - 1),
        DurationTimecode = Timecode(frames - 1),
    };

    private static string Timecode(int frame)
    {
        var seconds = frame / FrameRate;
        return $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}:{frame % FrameRate:00}";
    }
}
