namespace VideoAnalysis.Analyses.Faces;

/// <summary>Rekognition's <c>FaceAttributes</c>.</summary>
public enum FaceAttributes
{
    /// <summary><c>DEFAULT</c>: bounding box, confidence, five landmarks, pose and quality.</summary>
    Default,

    /// <summary><c>ALL</c>: thirty landmarks, age range, emotions and so on, too.</summary>
    All,
}
