using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Testing.Weather;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Testing.Engine;

/// <summary>Test data that says only what matters to the test.</summary>
public static class Some
{
    /// <summary>A moment for tests to begin at.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An upload; a higher sequencer is a later upload of the key.</summary>
    public static Upload Upload(string key = "film.mp4", int sequencer = 1) => new()
    {
        Video = new("videos", key),
        Sequencer = new Sequencer($"{sequencer:X8}"),
        ETag = $"etag-{sequencer}",
        EventTime = Noon.AddSeconds(sequencer),
        Size = 1_000,
    };

    /// <summary>A face.</summary>
    public static FaceDetection Face(long timestamp, float confidence = 99) => new()
    {
        Timestamp = timestamp,
        Confidence = confidence,
        BoundingBox = new(0.25f, 0.25f, 0.5f, 0.5f),
    };

    /// <summary>A span.</summary>
    public static WeatherDetection Span(long from, long to, string label = "") =>
        new() { Timestamp = from, EndTimestamp = to, Kind = label };

    /// <summary>One face every 500 ms, each unlike the others, so that they compress as badly as real ones.</summary>
    public static IReadOnlyList<FaceDetection> Faces(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => new FaceDetection
        {
            Timestamp = i * 500L,
            Confidence = Ratio() * 100,
            BoundingBox = new(Ratio(), Ratio(), Ratio(), Ratio()),
            Landmarks = [.. LandmarkNames.Select(name => new Landmark(name, Ratio(), Ratio()))],
            Pose = new(Ratio() * 90, Ratio() * 90, Ratio() * 90),
            Quality = new(Ratio() * 100, Ratio() * 100),
        })];

        float Ratio() => random.NextSingle();
    }

    private static readonly string[] LandmarkNames = ["eyeLeft", "eyeRight", "mouthLeft", "mouthRight", "nose"];
}
