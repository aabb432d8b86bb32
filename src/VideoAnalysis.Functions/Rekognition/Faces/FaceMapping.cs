using Amazon.Rekognition.Model;
using VideoAnalysis.Analyses.Faces;
using ImageQuality = VideoAnalysis.Analyses.Faces.ImageQuality;
using Landmark = VideoAnalysis.Analyses.Faces.Landmark;
using Pose = VideoAnalysis.Analyses.Faces.Pose;

namespace VideoAnalysis.Functions.Rekognition.Faces;

/// <summary>What Rekognition says of a face in every analysis that finds faces.</summary>
internal static class FaceMapping
{
    /// <summary>The face of a celebrity or of a person.</summary>
    public static FaceDetails ToDetails(this FaceDetail face) => new()
    {
        BoundingBox = face.BoundingBox?.ToDomain(),
        Confidence = face.Confidence,
        Landmarks = face.Landmarks.ToDomain(),
        Pose = face.Pose?.ToDomain(),
        Quality = face.Quality?.ToDomain(),
    };

    public static IReadOnlyList<Landmark>? ToDomain(this List<Amazon.Rekognition.Model.Landmark>? points) =>
        points.MapOrNull(point => new Landmark(point.Type.Value, point.X ?? 0, point.Y ?? 0));

    public static Pose ToDomain(this Amazon.Rekognition.Model.Pose pose) =>
        new(pose.Roll ?? 0, pose.Yaw ?? 0, pose.Pitch ?? 0);

    public static ImageQuality ToDomain(this Amazon.Rekognition.Model.ImageQuality quality) =>
        new(quality.Brightness ?? 0, quality.Sharpness ?? 0);
}
