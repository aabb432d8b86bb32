using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Faces;

/// <summary>One face at one moment. What the engine did not measure is absent.</summary>
public sealed record FaceDetection : Detection
{
    /// <summary>Where the face is, from forehead to chin.</summary>
    public required BoundingBox BoundingBox { get; init; }

    /// <summary>Points of the face.</summary>
    public IReadOnlyList<Landmark>? Landmarks { get; init; }

    /// <summary>How the head is turned.</summary>
    public Pose? Pose { get; init; }

    /// <summary>How bright and how sharp the face is in the picture.</summary>
    public ImageQuality? Quality { get; init; }

    /// <summary>The estimated age, in years.</summary>
    public AgeRange? AgeRange { get; init; }

    /// <summary>The predicted gender (<c>Male</c> or <c>Female</c>) of the face's appearance.</summary>
    public FaceTrait<string>? Gender { get; init; }

    /// <summary>Whether the face smiles.</summary>
    public FaceTrait<bool>? Smile { get; init; }

    /// <summary>Whether eyeglasses are worn.</summary>
    public FaceTrait<bool>? Eyeglasses { get; init; }

    /// <summary>Whether sunglasses are worn.</summary>
    public FaceTrait<bool>? Sunglasses { get; init; }

    /// <summary>Whether there is a beard.</summary>
    public FaceTrait<bool>? Beard { get; init; }

    /// <summary>Whether there is a mustache.</summary>
    public FaceTrait<bool>? Mustache { get; init; }

    /// <summary>Whether the eyes are open.</summary>
    public FaceTrait<bool>? EyesOpen { get; init; }

    /// <summary>Whether the mouth is open.</summary>
    public FaceTrait<bool>? MouthOpen { get; init; }

    /// <summary>The emotions that the face appears to express.</summary>
    public IReadOnlyList<Emotion>? Emotions { get; init; }
}

/// <summary>A point of a face, as ratios of the frame's width and height.</summary>
/// <param name="Type">Rekognition's name of it, as in <c>eyeLeft</c>.</param>
/// <param name="X">Ratio of the frame's width, from the left.</param>
/// <param name="Y">Ratio of the frame's height, from the top.</param>
public sealed record Landmark(string Type, float X, float Y);

/// <summary>How a head is turned, in degrees, -180 to 180.</summary>
/// <param name="Roll">Tilted towards a shoulder.</param>
/// <param name="Yaw">Turned left or right.</param>
/// <param name="Pitch">Turned up or down.</param>
public sealed record Pose(float Roll, float Yaw, float Pitch);

/// <summary>How good the picture of a face is, each 0 to 100.</summary>
/// <param name="Brightness">Higher is brighter.</param>
/// <param name="Sharpness">Higher is sharper.</param>
public sealed record ImageQuality(float Brightness, float Sharpness);

/// <summary>An estimated age, in years.</summary>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest.</param>
public sealed record AgeRange(int Low, int High);

/// <summary>An attribute of a face, and how sure the engine is of it.</summary>
/// <param name="Value">What was determined.</param>
/// <param name="Confidence">0 to 100.</param>
public sealed record FaceTrait<T>(T Value, float Confidence);

/// <summary>An emotion that a face appears to express.</summary>
/// <param name="Type">Rekognition's name of it, as in <c>HAPPY</c>.</param>
/// <param name="Confidence">0 to 100.</param>
public sealed record Emotion(string Type, float Confidence);
