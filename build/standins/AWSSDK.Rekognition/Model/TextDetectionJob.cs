using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

public class StartTextDetectionRequest : AmazonRekognitionRequest
{
    public string ClientRequestToken { get; set; }

    public StartTextDetectionFilters Filters { get; set; }

    public string JobTag { get; set; }

    public NotificationChannel NotificationChannel { get; set; }

    public Video Video { get; set; }
}

public class StartTextDetectionResponse : AmazonWebServiceResponse
{
    public string JobId { get; set; }
}

/// <summary>Which words are wanted, and where.</summary>
public class StartTextDetectionFilters
{
    public List<RegionOfInterest> RegionsOfInterest { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public DetectionFilter WordFilter { get; set; }
}

/// <summary>What a word must have.</summary>
public class DetectionFilter
{
    /// <summary>Ratio of the frame's height.</summary>
    public float? MinBoundingBoxHeight { get; set; }

    /// <summary>Ratio of the frame's width.</summary>
    public float? MinBoundingBoxWidth { get; set; }

    /// <summary>0 to 100; 80 if absent.</summary>
    public float? MinConfidence { get; set; }
}

/// <summary>A part of the frame.</summary>
public class RegionOfInterest
{
    public BoundingBox BoundingBox { get; set; }
}

public class GetTextDetectionRequest : AmazonRekognitionRequest
{
    public string JobId { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

public class GetTextDetectionResponse : AmazonWebServiceResponse
{
    public string JobId { get; set; }

    public VideoJobStatus JobStatus { get; set; }

    public string JobTag { get; set; }

    public string NextToken { get; set; }

    public string StatusMessage { get; set; }

    public List<TextDetectionResult> TextDetections { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string TextModelVersion { get; set; }

    public Video Video { get; set; }

    public VideoMetadata VideoMetadata { get; set; }
}

/// <summary>A line or word at a timestamp.</summary>
public class TextDetectionResult
{
    public TextDetection TextDetection { get; set; }

    public long? Timestamp { get; set; }
}

/// <summary>A line, or a word of one.</summary>
public class TextDetection
{
    public float? Confidence { get; set; }

    public string DetectedText { get; set; }

    public Geometry Geometry { get; set; }

    /// <summary>Counts the texts of a frame from 0.</summary>
    public int? Id { get; set; }

    /// <summary>The line that a word is of; null for a line.</summary>
    public int? ParentId { get; set; }

    public TextTypes Type { get; set; }
}

/// <summary>Where something is.</summary>
public class Geometry
{
    public BoundingBox BoundingBox { get; set; }

    public List<Point> Polygon { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>In ratios of the frame's width and height.</summary>
public class Point
{
    public float? X { get; set; }

    public float? Y { get; set; }
}
