using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VideoAnalysis.Appearances;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Analyses.Faces;

/// <summary>Faces: Rekognition's <c>StartFaceDetection</c> and <c>GetFaceDetection</c>.</summary>
/// <param name="attributes">Which facial attributes to ask for.</param>
public sealed class FaceAnalysis(FaceAttributes attributes) : Analysis<FaceDetection, FaceSummary>
{
    /// <inheritdoc/>
    public override string Name => "faces";

    /// <inheritdoc/>
    public override string Settings => $"FaceAttributes={(Attributes == FaceAttributes.All ? "ALL" : "DEFAULT")}";

    /// <summary>Which facial attributes are asked for.</summary>
    public FaceAttributes Attributes { get; } = attributes;

    /// <inheritdoc/>
    public override string Schemas => SchemaFile.Read("faces");

    /// <inheritdoc/>
    protected override JsonTypeInfo<FaceDetection> TypedDetectionJson => FaceJson.Default.FaceDetection;

    /// <inheritdoc/>
    protected override JsonTypeInfo<FaceSummary> TypedSummaryJson => FaceJson.Default.FaceSummary;

    /// <inheritdoc/>
    protected override IReadOnlyList<DetectionColumn<FaceDetection>> TypedColumns => FaceColumns.All;

    /// <inheritdoc/>
    public override bool EndsAtCuts => true;

    /// <inheritdoc/>
    public override AppearanceTracker Track(byte[]? state) => new LinkedTracker(FaceLinking.Rule, state);

    /// <inheritdoc/>
    protected override TrackedDetection ToTracked(FaceDetection detection) => FaceLinking.Of(detection);

    /// <inheritdoc/>
    protected override FaceSummary Add(FaceSummary summary, FaceDetection detection)
    {
        var (count, mean) = (summary.Detections + 1, summary.MeanConfidence ?? 0);
        return summary.With(detection) with { MeanConfidence = mean + (((detection.Confidence ?? 0) - mean) / count) };
    }
}

/// <summary>Rekognition's <c>FaceAttributes</c>.</summary>
public enum FaceAttributes
{
    /// <summary><c>DEFAULT</c>: bounding box, confidence, five landmarks, pose and quality.</summary>
    Default,

    /// <summary><c>ALL</c>: thirty landmarks, age range, emotions and so on, too.</summary>
    All,
}

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

/// <summary>What the faces of a video come to.</summary>
public sealed record FaceSummary : SampledSummary
{
    /// <summary>0 to 100; absent when no face was seen.</summary>
    public double? MeanConfidence { get; init; }
}

[JsonSerializable(typeof(FaceDetection))]
[JsonSerializable(typeof(FaceSummary))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class FaceJson : JsonSerializerContext;
