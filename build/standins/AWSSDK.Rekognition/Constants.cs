using System.Text.Json.Serialization;
using Amazon.Rekognition.Internal;
using Amazon.Runtime;

namespace Amazon.Rekognition;

/// <summary>How much of each face a job describes.</summary>
[JsonConverter(typeof(ConstantConverter<FaceAttributes>))]
public class FaceAttributes(string value) : ConstantClass(value), IConstant<FaceAttributes>
{
    public static readonly FaceAttributes ALL = new("ALL");
    public static readonly FaceAttributes DEFAULT = new("DEFAULT");

    public static FaceAttributes FindValue(string value) => FindValue<FaceAttributes>(value);

    public static implicit operator FaceAttributes(string value) => FindValue(value);
}

/// <summary>Where a job stands.</summary>
[JsonConverter(typeof(ConstantConverter<VideoJobStatus>))]
public class VideoJobStatus(string value) : ConstantClass(value), IConstant<VideoJobStatus>
{
    public static readonly VideoJobStatus FAILED = new("FAILED");
    public static readonly VideoJobStatus IN_PROGRESS = new("IN_PROGRESS");
    public static readonly VideoJobStatus SUCCEEDED = new("SUCCEEDED");

    public static VideoJobStatus FindValue(string value) => FindValue<VideoJobStatus>(value);

    public static implicit operator VideoJobStatus(string value) => FindValue(value);
}

/// <summary>Whether black is 0 or 16.</summary>
[JsonConverter(typeof(ConstantConverter<VideoColorRange>))]
public class VideoColorRange(string value) : ConstantClass(value), IConstant<VideoColorRange>
{
    public static readonly VideoColorRange FULL = new("FULL");
    public static readonly VideoColorRange LIMITED = new("LIMITED");

    public static VideoColorRange FindValue(string value) => FindValue<VideoColorRange>(value);

    public static implicit operator VideoColorRange(string value) => FindValue(value);
}

/// <summary>What a face was taken for.</summary>
[JsonConverter(typeof(ConstantConverter<GenderType>))]
public class GenderType(string value) : ConstantClass(value), IConstant<GenderType>
{
    public static readonly GenderType Female = new("Female");
    public static readonly GenderType Male = new("Male");

    public static GenderType FindValue(string value) => FindValue<GenderType>(value);

    public static implicit operator GenderType(string value) => FindValue(value);
}

/// <summary>What a face seems to express.</summary>
[JsonConverter(typeof(ConstantConverter<EmotionName>))]
public class EmotionName(string value) : ConstantClass(value), IConstant<EmotionName>
{
    public static readonly EmotionName ANGRY = new("ANGRY");
    public static readonly EmotionName CALM = new("CALM");
    public static readonly EmotionName CONFUSED = new("CONFUSED");
    public static readonly EmotionName DISGUSTED = new("DISGUSTED");
    public static readonly EmotionName FEAR = new("FEAR");
    public static readonly EmotionName HAPPY = new("HAPPY");
    public static readonly EmotionName SAD = new("SAD");
    public static readonly EmotionName SURPRISED = new("SURPRISED");
    public static readonly EmotionName UNKNOWN = new("UNKNOWN");

    public static EmotionName FindValue(string value) => FindValue<EmotionName>(value);

    public static implicit operator EmotionName(string value) => FindValue(value);
}

/// <summary>The point of a face that a landmark marks. The first five are those of the default attributes.</summary>
[JsonConverter(typeof(ConstantConverter<LandmarkType>))]
public class LandmarkType(string value) : ConstantClass(value), IConstant<LandmarkType>
{
    public static readonly LandmarkType EyeLeft = new("eyeLeft");
    public static readonly LandmarkType EyeRight = new("eyeRight");
    public static readonly LandmarkType MouthLeft = new("mouthLeft");
    public static readonly LandmarkType MouthRight = new("mouthRight");
    public static readonly LandmarkType Nose = new("nose");
    public static readonly LandmarkType ChinBottom = new("chinBottom");
    public static readonly LandmarkType LeftEyeBrowLeft = new("leftEyeBrowLeft");
    public static readonly LandmarkType LeftEyeBrowRight = new("leftEyeBrowRight");
    public static readonly LandmarkType LeftEyeBrowUp = new("leftEyeBrowUp");
    public static readonly LandmarkType LeftEyeDown = new("leftEyeDown");
    public static readonly LandmarkType LeftEyeLeft = new("leftEyeLeft");
    public static readonly LandmarkType LeftEyeRight = new("leftEyeRight");
    public static readonly LandmarkType LeftEyeUp = new("leftEyeUp");
    public static readonly LandmarkType LeftPupil = new("leftPupil");
    public static readonly LandmarkType MidJawlineLeft = new("midJawlineLeft");
    public static readonly LandmarkType MidJawlineRight = new("midJawlineRight");
    public static readonly LandmarkType MouthDown = new("mouthDown");
    public static readonly LandmarkType MouthUp = new("mouthUp");
    public static readonly LandmarkType NoseLeft = new("noseLeft");
    public static readonly LandmarkType NoseRight = new("noseRight");
    public static readonly LandmarkType RightEyeBrowLeft = new("rightEyeBrowLeft");
    public static readonly LandmarkType RightEyeBrowRight = new("rightEyeBrowRight");
    public static readonly LandmarkType RightEyeBrowUp = new("rightEyeBrowUp");
    public static readonly LandmarkType RightEyeDown = new("rightEyeDown");
    public static readonly LandmarkType RightEyeLeft = new("rightEyeLeft");
    public static readonly LandmarkType RightEyeRight = new("rightEyeRight");
    public static readonly LandmarkType RightEyeUp = new("rightEyeUp");
    public static readonly LandmarkType RightPupil = new("rightPupil");
    public static readonly LandmarkType UpperJawlineLeft = new("upperJawlineLeft");
    public static readonly LandmarkType UpperJawlineRight = new("upperJawlineRight");

    public static LandmarkType FindValue(string value) => FindValue<LandmarkType>(value);

    public static implicit operator LandmarkType(string value) => FindValue(value);
}

/// <summary>What kind of segment it is.</summary>
[JsonConverter(typeof(ConstantConverter<SegmentType>))]
public class SegmentType(string value) : ConstantClass(value), IConstant<SegmentType>
{
    public static readonly SegmentType SHOT = new("SHOT");
    public static readonly SegmentType TECHNICAL_CUE = new("TECHNICAL_CUE");

    public static SegmentType FindValue(string value) => FindValue<SegmentType>(value);

    public static implicit operator SegmentType(string value) => FindValue(value);
}

/// <summary>What kind of technical cue it is.</summary>
[JsonConverter(typeof(ConstantConverter<TechnicalCueType>))]
public class TechnicalCueType(string value) : ConstantClass(value), IConstant<TechnicalCueType>
{
    public static readonly TechnicalCueType BlackFrames = new("BlackFrames");
    public static readonly TechnicalCueType ColorBars = new("ColorBars");
    public static readonly TechnicalCueType Content = new("Content");
    public static readonly TechnicalCueType EndCredits = new("EndCredits");
    public static readonly TechnicalCueType OpeningCredits = new("OpeningCredits");
    public static readonly TechnicalCueType Slate = new("Slate");
    public static readonly TechnicalCueType StudioLogo = new("StudioLogo");

    public static TechnicalCueType FindValue(string value) => FindValue<TechnicalCueType>(value);

    public static implicit operator TechnicalCueType(string value) => FindValue(value);
}

/// <summary>Whether a text is a line or a word.</summary>
[JsonConverter(typeof(ConstantConverter<TextTypes>))]
public class TextTypes(string value) : ConstantClass(value), IConstant<TextTypes>
{
    public static readonly TextTypes LINE = new("LINE");
    public static readonly TextTypes WORD = new("WORD");

    public static TextTypes FindValue(string value) => FindValue<TextTypes>(value);

    public static implicit operator TextTypes(string value) => FindValue(value);
}

/// <summary>The gender that a celebrity states.</summary>
[JsonConverter(typeof(ConstantConverter<KnownGenderType>))]
public class KnownGenderType(string value) : ConstantClass(value), IConstant<KnownGenderType>
{
    public static readonly KnownGenderType Female = new("Female");
    public static readonly KnownGenderType Male = new("Male");
    public static readonly KnownGenderType Nonbinary = new("Nonbinary");
    public static readonly KnownGenderType Unlisted = new("Unlisted");

    public static KnownGenderType FindValue(string value) => FindValue<KnownGenderType>(value);

    public static implicit operator KnownGenderType(string value) => FindValue(value);
}

/// <summary>Which faces are too bad to be indexed.</summary>
[JsonConverter(typeof(ConstantConverter<QualityFilter>))]
public class QualityFilter(string value) : ConstantClass(value), IConstant<QualityFilter>
{
    public static readonly QualityFilter AUTO = new("AUTO");
    public static readonly QualityFilter HIGH = new("HIGH");
    public static readonly QualityFilter LOW = new("LOW");
    public static readonly QualityFilter MEDIUM = new("MEDIUM");
    public static readonly QualityFilter NONE = new("NONE");

    public static QualityFilter FindValue(string value) => FindValue<QualityFilter>(value);

    public static implicit operator QualityFilter(string value) => FindValue(value);
}
