using System.Runtime.CompilerServices;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Local.Tests.Page;

/// <summary>Sees 15,000 faces in any video: an hour, with two at a time, and now and then a third.</summary>
internal sealed class CrowdEngine : IVideoEngine
{
    public const int Samples = 7_200;
    public const int Count = 15_000;
    private const int SampleMillis = (int)Sampling.Interval;

    /// <summary>How many of them are at least as sure.</summary>
    public static int CountFrom(float confidence) => Enumerable.Range(0, Samples)
        .Sum(sample => Enumerable.Range(0, At(sample)).Count(number => ConfidenceOf(sample, number) >= confidence));

    public IReadOnlyList<string> Analyses => ["faces"];

    public Task<OpenedVideo> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var metadata = new VideoMetadata
        {
            Codec = "h264",
            DurationMillis = Samples * SampleMillis,
            Format = "QuickTime / MOV",
            FrameRate = 25,
            FrameWidth = 1280,
            FrameHeight = 720,
        };
        return Task.FromResult(new OpenedVideo(metadata, AnalyzeAsync));
    }

    private async IAsyncEnumerable<EngineStep> AnalyzeAsync(
        IReadOnlyList<EngineRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        for (var sample = 0; sample < Samples; sample++)
        {
            var faces = Enumerable.Range(0, At(sample))
                .Select(number => new EngineFinding("faces", Face(sample, number)));
            yield return new(sample * SampleMillis, [.. faces], []);
        }
    }

    private static int At(int sample) => sample % 12 == 0 ? 3 : 2;

    private static float ConfidenceOf(int sample, int number) => 50 + (((7 * sample) + (31 * number)) % 50);

    private static FaceDetection Face(int sample, int number)
    {
        var across = 0.05f + (0.3f * number) + (0.1f * MathF.Sin(sample / 10f));
        return new()
        {
            Timestamp = sample * SampleMillis,
            Confidence = ConfidenceOf(sample, number),
            BoundingBox = new(across, 0.3f, 0.12f, 0.28f),
            Landmarks =
            [
                new("eyeLeft", across + 0.03f, 0.4f), new("eyeRight", across + 0.09f, 0.4f),
                new("nose", across + 0.06f, 0.45f),
                new("mouthLeft", across + 0.04f, 0.5f), new("mouthRight", across + 0.08f, 0.5f),
            ],
            Pose = new(0, number, 0),
            Quality = new(50, 80 + number),
        };
    }
}
