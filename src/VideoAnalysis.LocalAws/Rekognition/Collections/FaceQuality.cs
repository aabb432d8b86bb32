using VideoAnalysis.Analyses.Faces;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>
/// Which faces are too bad to be recognised by (<c>QualityFilter</c>). The service does not say where its bars are;
/// these leave out what nobody could tell from others.
/// </summary>
internal static class FaceQuality
{
    private const float MaxTurn = 60;
    private const float MinSharpness = 5;
    private const float MinBrightness = 10;

    /// <summary>Why a face is left out, in the service's words; none if it is good enough.</summary>
    public static IReadOnlyList<string> ReasonsAgainst(FaceDetection face)
    {
        var reasons = new List<string>();
        if (face.Pose is { } pose && (Math.Abs(pose.Yaw) > MaxTurn || Math.Abs(pose.Pitch) > MaxTurn))
        {
            reasons.Add("EXTREME_POSE");
        }

        if (face.Quality?.Sharpness < MinSharpness)
        {
            reasons.Add("LOW_SHARPNESS");
        }

        if (face.Quality?.Brightness < MinBrightness)
        {
            reasons.Add("LOW_BRIGHTNESS");
        }

        return reasons;
    }
}
