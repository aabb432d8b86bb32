using VideoAnalysis.Analyses.Segments;
using VideoAnalysis.Engine;

namespace VideoAnalysis.LocalAws.Tests.Rekognition.Segments;

/// <summary>A local Rekognition whose engine sees a few segments.</summary>
internal static class SeenSegments
{
    /// <summary>What it sees: black frames, and two shots, at 29.97 frames a second.</summary>
    public static IReadOnlyList<SegmentDetection> All { get; } =
    [
        Segment(0, 299, "00:00:00;00", "00:00:09;29", "00:00:09;29") with
        {
            Type = "TECHNICAL_CUE", TechnicalCue = "BlackFrames", Confidence = 90.5f,
        },
        Segment(0, 299, "00:00:00;00", "00:00:09;29", "00:00:09;29") with { ShotIndex = 0, Confidence = 99 },
        Segment(300, 449, "00:00:10;00", "00:00:14;29", "00:00:04;29") with { ShotIndex = 1, Confidence = 98 },
    ];

    public static async Task<RekognitionHarness> StartedAsync()
    {
        var rekognition = await RekognitionHarness.StartedAsync();
        rekognition.Engine.Analyses = ["faces", "segments"];
        rekognition.Engine.Audio = [new("aac", 15_007, 48_000, 1)];
        rekognition.Engine.Others = (_, timestamp) =>
            timestamp == 1500 ? [.. All.Select(segment => new EngineFinding("segments", segment))] : [];
        return rekognition;
    }

    private static SegmentDetection Segment(long first, long last, string start, string end, string duration) => new()
    {
        Type = "SHOT",
        Timestamp = first * 1001 / 30,
        EndTimestamp = last * 1001 / 30,
        DurationMillis = (last * 1001 / 30) - (first * 1001 / 30),
        StartFrameNumber = first,
        EndFrameNumber = last,
        DurationFrames = last - first,
        StartTimecode = start,
        EndTimecode = end,
        DurationTimecode = duration,
    };
}
