using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

public class StartSegmentDetectionRequest : AmazonRekognitionRequest
{
    public string ClientRequestToken { get; set; }

    public StartSegmentDetectionFilters Filters { get; set; }

    public string JobTag { get; set; }

    public NotificationChannel NotificationChannel { get; set; }

    /// <summary>SHOT, TECHNICAL_CUE: at least one.</summary>
    public List<string> SegmentTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Video Video { get; set; }
}

public class StartSegmentDetectionResponse : AmazonWebServiceResponse
{
    public string JobId { get; set; }
}

/// <summary>Which segments are wanted.</summary>
public class StartSegmentDetectionFilters
{
    public StartShotDetectionFilter ShotFilter { get; set; }

    public StartTechnicalCueDetectionFilter TechnicalCueFilter { get; set; }
}

/// <summary>Which technical cues are wanted.</summary>
public class StartTechnicalCueDetectionFilter
{
    public BlackFrame BlackFrame { get; set; }

    /// <summary>50 to 100; 50 if absent.</summary>
    public float? MinSegmentConfidence { get; set; }
}

/// <summary>Which shots are wanted.</summary>
public class StartShotDetectionFilter
{
    /// <summary>50 to 100; 50 if absent.</summary>
    public float? MinSegmentConfidence { get; set; }
}

/// <summary>What counts as black.</summary>
public class BlackFrame
{
    /// <summary>0 to 1, of the range of luminance; 0.2 if absent.</summary>
    public float? MaxPixelThreshold { get; set; }

    /// <summary>0 to 100; 99 if absent.</summary>
    public float? MinCoveragePercentage { get; set; }
}

public class GetSegmentDetectionRequest : AmazonRekognitionRequest
{
    public string JobId { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

public class GetSegmentDetectionResponse : AmazonWebServiceResponse
{
    public List<AudioMetadata> AudioMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string JobId { get; set; }

    public VideoJobStatus JobStatus { get; set; }

    public string JobTag { get; set; }

    public string NextToken { get; set; }

    /// <summary>Sorted by type, then by time.</summary>
    public List<SegmentDetection> Segments { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<SegmentTypeInfo> SelectedSegmentTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string StatusMessage { get; set; }

    public Video Video { get; set; }

    public List<VideoMetadata> VideoMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>A technical cue or a shot; one of the two inner members is null.</summary>
public class SegmentDetection
{
    public long? DurationFrames { get; set; }

    public long? DurationMillis { get; set; }

    public string DurationSMPTE { get; set; }

    public long? EndFrameNumber { get; set; }

    public string EndTimecodeSMPTE { get; set; }

    public long? EndTimestampMillis { get; set; }

    public ShotSegment ShotSegment { get; set; }

    public long? StartFrameNumber { get; set; }

    public string StartTimecodeSMPTE { get; set; }

    public long? StartTimestampMillis { get; set; }

    public TechnicalCueSegment TechnicalCueSegment { get; set; }

    public SegmentType Type { get; set; }
}

/// <summary>What kind of technical cue a segment is.</summary>
public class TechnicalCueSegment
{
    public float? Confidence { get; set; }

    public TechnicalCueType Type { get; set; }
}

/// <summary>Which shot a segment is.</summary>
public class ShotSegment
{
    public float? Confidence { get; set; }

    public long? Index { get; set; }
}

/// <summary>The version of the model that looked for a type.</summary>
public class SegmentTypeInfo
{
    public string ModelVersion { get; set; }

    public SegmentType Type { get; set; }
}

/// <summary>An audio stream.</summary>
public class AudioMetadata
{
    public string Codec { get; set; }

    public long? DurationMillis { get; set; }

    public long? NumberOfChannels { get; set; }

    public long? SampleRate { get; set; }
}
