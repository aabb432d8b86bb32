namespace VideoAnalysis.Analyses.Faces;

/// <summary>
/// A face as the row of a table. Flat is less than whole: of the landmarks there are the five that every face has,
/// of the emotions there is the strongest. The JSON has them all.
/// </summary>
internal static class FaceColumns
{
    public static readonly IReadOnlyList<DetectionColumn<FaceDetection>> All =
    [
        new("timestamp", face => TableValue.Of(face.Timestamp)),
        new("appearance", face => TableValue.Of(face.Appearance)),
        new("confidence", face => TableValue.Of(face.Confidence)),
        new("left", face => TableValue.Of(face.BoundingBox.Left)),
        new("top", face => TableValue.Of(face.BoundingBox.Top)),
        new("width", face => TableValue.Of(face.BoundingBox.Width)),
        new("height", face => TableValue.Of(face.BoundingBox.Height)),
        new("roll", face => TableValue.Of(face.Pose?.Roll)),
        new("yaw", face => TableValue.Of(face.Pose?.Yaw)),
        new("pitch", face => TableValue.Of(face.Pose?.Pitch)),
        new("brightness", face => TableValue.Of(face.Quality?.Brightness)),
        new("sharpness", face => TableValue.Of(face.Quality?.Sharpness)),
        .. Point("eyeLeft"),
        .. Point("eyeRight"),
        .. Point("nose"),
        .. Point("mouthLeft"),
        .. Point("mouthRight"),
        new("ageLow", face => TableValue.Of(face.AgeRange?.Low)),
        new("ageHigh", face => TableValue.Of(face.AgeRange?.High)),
        new("gender", face => TableValue.Of(face.Gender?.Value)),
        new("genderConfidence", face => TableValue.Of(face.Gender?.Confidence)),
        .. Trait("smile", face => face.Smile),
        .. Trait("eyeglasses", face => face.Eyeglasses),
        .. Trait("sunglasses", face => face.Sunglasses),
        .. Trait("beard", face => face.Beard),
        .. Trait("mustache", face => face.Mustache),
        .. Trait("eyesOpen", face => face.EyesOpen),
        .. Trait("mouthOpen", face => face.MouthOpen),
        new("emotion", face => TableValue.Of(Strongest(face)?.Type)),
        new("emotionConfidence", face => TableValue.Of(Strongest(face)?.Confidence)),
    ];

    private static IEnumerable<DetectionColumn<FaceDetection>> Point(string type) =>
    [
        new(type + "X", face => TableValue.Of(Find(face, type)?.X)),
        new(type + "Y", face => TableValue.Of(Find(face, type)?.Y)),
    ];

    private static IEnumerable<DetectionColumn<FaceDetection>> Trait(
        string name, Func<FaceDetection, FaceTrait<bool>?> trait) =>
    [
        new(name, face => TableValue.Of(trait(face)?.Value)),
        new(name + "Confidence", face => TableValue.Of(trait(face)?.Confidence)),
    ];

    private static Landmark? Find(FaceDetection face, string type) =>
        face.Landmarks?.FirstOrDefault(landmark => landmark.Type == type);

    private static Emotion? Strongest(FaceDetection face) => face.Emotions?.MaxBy(emotion => emotion.Confidence);
}
