using VideoAnalysis.Analyses.Faces;

namespace VideoAnalysis.LocalAws.Rekognition.Faces;

/// <summary>The model's <c>FaceDetection</c>: a face at a moment.</summary>
/// <param name="Timestamp">Milliseconds from the start of the video.</param>
/// <param name="Face">The face.</param>
internal sealed record FaceDetectionItem(long Timestamp, FaceDetail Face)
{
    /// <summary>What a job that was started with these attributes tells of a face.</summary>
    /// <param name="face">What was measured.</param>
    /// <param name="allAttributes">Whether all of it is told, or the default part.</param>
    public static FaceDetectionItem Of(FaceDetection face, bool allAttributes) => new(
        face.Timestamp,
        new FaceDetail
        {
            BoundingBox = face.BoundingBox,
            Confidence = face.Confidence,
            Landmarks = allAttributes ? face.Landmarks : face.Landmarks?.Where(IsDefault).ToList(),
            Pose = face.Pose,
            Quality = face.Quality,
            AgeRange = allAttributes ? face.AgeRange : null,
            Gender = allAttributes ? face.Gender : null,
            Smile = allAttributes ? face.Smile : null,
            Eyeglasses = allAttributes ? face.Eyeglasses : null,
            Sunglasses = allAttributes ? face.Sunglasses : null,
            Beard = allAttributes ? face.Beard : null,
            Mustache = allAttributes ? face.Mustache : null,
            EyesOpen = allAttributes ? face.EyesOpen : null,
            MouthOpen = allAttributes ? face.MouthOpen : null,
            Emotions = allAttributes ? face.Emotions : null,
        });

    // The five landmarks of FaceAttributes DEFAULT (API reference, FaceDetail).
    private static bool IsDefault(Landmark landmark) =>
        landmark.Type is "eyeLeft" or "eyeRight" or "nose" or "mouthLeft" or "mouthRight";
}
