using VideoAnalysis.Appearances;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Faces;

/// <summary>What joins faces into appearances: one face, followed from box to box.</summary>
internal static class FaceLinking
{
    /// <summary>
    /// Chosen on simulated and composed footage; the tests measure it on other footage. A distance of 0.6 is what
    /// dlib's face embeddings are made for.
    /// </summary>
    public static readonly LinkRule Rule = new()
    {
        MaxDistance = 1.5,
        MaxDistancePerSecond = 0.5,
        MaxHeightRatio = 1.5,
        HeightWeight = 0.5,
        MaxEmbeddingDistance = 0.60,
        SmoothDistance = 0.3,
        SmoothHeightRatio = 1.2,
    };

    /// <summary>What a tracker needs to know of a face.</summary>
    public static TrackedDetection Of(FaceDetection face) => new()
    {
        Timestamp = face.Timestamp,
        EndTimestamp = face.EndTimestamp,
        Confidence = face.Confidence,
        BoundingBox = face.BoundingBox,
        Score = Score(face),
    };

    /// <summary>
    /// How well a face is seen: the larger, the sharper and the more frontal, the better. What was not measured does
    /// not count. Only what is in the frame is seen.
    /// </summary>
    private static float Score(FaceDetection face)
    {
        var sharpness = face.Quality is { } quality ? quality.Sharpness / 100 : 1;
        return face.BoundingBox.SharedArea(BoundingBox.Frame) * sharpness * Frontal(face.Pose);
    }

    /// <summary>1 for a face that looks into the camera, 0 for a profile.</summary>
    private static float Frontal(Pose? pose) => pose is null ? 1 : Cosine(pose.Yaw) * Cosine(pose.Pitch);

    private static float Cosine(float degrees) => MathF.Max(MathF.Cos(degrees * MathF.PI / 180), 0);
}
