using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

/// <summary>A face at a moment.</summary>
public class FaceDetection
{
    public FaceDetail Face { get; set; }

    /// <summary>Milliseconds from the start of the video.</summary>
    public long? Timestamp { get; set; }
}

/// <summary>
/// A face. Box, confidence, landmarks, pose and quality are the default attributes; the rest comes with all of them.
/// Confidences are percentages.
/// </summary>
public class FaceDetail
{
    public AgeRange AgeRange { get; set; }

    public Beard Beard { get; set; }

    public BoundingBox BoundingBox { get; set; }

    public float? Confidence { get; set; }

    public List<Emotion> Emotions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public EyeDirection EyeDirection { get; set; }

    public Eyeglasses Eyeglasses { get; set; }

    public EyeOpen EyesOpen { get; set; }

    public FaceOccluded FaceOccluded { get; set; }

    public Gender Gender { get; set; }

    public List<Landmark> Landmarks { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public MouthOpen MouthOpen { get; set; }

    public Mustache Mustache { get; set; }

    public Pose Pose { get; set; }

    public ImageQuality Quality { get; set; }

    public Smile Smile { get; set; }

    public Sunglasses Sunglasses { get; set; }
}

/// <summary>Ratios of the frame's width and height; may reach beyond the frame.</summary>
public class BoundingBox
{
    public float? Height { get; set; }

    public float? Left { get; set; }

    public float? Top { get; set; }

    public float? Width { get; set; }
}

/// <summary>A point, in ratios of the frame's width and height.</summary>
public class Landmark
{
    public LandmarkType Type { get; set; }

    public float? X { get; set; }

    public float? Y { get; set; }
}

/// <summary>Degrees, from -180 to 180.</summary>
public class Pose
{
    public float? Pitch { get; set; }

    public float? Roll { get; set; }

    public float? Yaw { get; set; }
}

/// <summary>From 0 to 100.</summary>
public class ImageQuality
{
    public float? Brightness { get; set; }

    public float? Sharpness { get; set; }
}

/// <summary>Years.</summary>
public class AgeRange
{
    public int? High { get; set; }

    public int? Low { get; set; }
}

public class Emotion
{
    public float? Confidence { get; set; }

    public EmotionName Type { get; set; }
}

public class Gender
{
    public float? Confidence { get; set; }

    public GenderType Value { get; set; }
}

/// <summary>Degrees.</summary>
public class EyeDirection
{
    public float? Confidence { get; set; }

    public float? Pitch { get; set; }

    public float? Yaw { get; set; }
}

public class Beard
{
    public float? Confidence { get; set; }

    public bool? Value { get; set; }
}

public class Eyeglasses
{
    public float? Confidence { get; set; }

    public bool? Value { get; set; }
}

public class EyeOpen
{
    public float? Confidence { get; set; }

    public bool? Value { get; set; }
}

public class FaceOccluded
{
    public float? Confidence { get; set; }

    public bool? Value { get; set; }
}

public class MouthOpen
{
    public float? Confidence { get; set; }

    public bool? Value { get; set; }
}

public class Mustache
{
    public float? Confidence { get; set; }

    public bool? Value { get; set; }
}

public class Smile
{
    public float? Confidence { get; set; }

    public bool? Value { get; set; }
}

public class Sunglasses
{
    public float? Confidence { get; set; }

    public bool? Value { get; set; }
}
