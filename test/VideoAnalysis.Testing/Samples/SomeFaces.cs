using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Testing.Samples;

/// <summary>Faces for tests: one at every timestamp, of which few are whole, so that many are quick to store.</summary>
public static class SomeFaces
{
    /// <summary>So many faces; another number of them begins with other ones.</summary>
    public static IReadOnlyList<FaceDetection> Of(int count) => [.. Enumerable.Range(0, count).Select(i =>
        i % 50 == 1 ? Whole(i * 500L) : Some.Face(i * 500L, 50 + ((count + i) % 50)))];

    /// <summary>A face with everything that can be known of one.</summary>
    public static FaceDetection Whole(long timestamp) => Some.Face(timestamp) with
    {
        BoundingBox = new(-0.125f, 0.5f, 0.25f, 0.625f),
        Landmarks = Details.Landmarks,
        Pose = Details.Pose,
        Quality = Details.Quality,
        AgeRange = new(20, 30),
        Gender = new("Female", 99),
        Smile = new(true, 99),
        Eyeglasses = new(false, 99),
        Sunglasses = new(false, 99),
        Beard = new(false, 99),
        Mustache = new(false, 99),
        EyesOpen = new(true, 99),
        MouthOpen = new(false, 99),
        Emotions = [new("HAPPY", 90), new("CALM", 10)],
    };

    /// <summary>A face that another analysis finds.</summary>
    public static FaceDetails Details { get; } = new()
    {
        BoundingBox = new(0.25f, 0.125f, 0.0625f, 0.125f),
        Confidence = 99.5f,
        Landmarks = [new("eyeLeft", 0.4f, 0.4f), new("chinBottom", 0.5f, 1.1f)],
        Pose = new(-10, 20, 180),
        Quality = new(50, 60),
    };
}
