using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

public class StartLabelDetectionRequest : AmazonRekognitionRequest
{
    public string ClientRequestToken { get; set; }

    public string JobTag { get; set; }

    /// <summary>0 to 100; 50 if absent.</summary>
    public float? MinConfidence { get; set; }

    public NotificationChannel NotificationChannel { get; set; }

    public LabelDetectionSettings Settings { get; set; }

    public Video Video { get; set; }
}

public class StartLabelDetectionResponse : AmazonWebServiceResponse
{
    public string JobId { get; set; }
}

/// <summary>Which labels are wanted.</summary>
public class LabelDetectionSettings
{
    public GeneralLabelsSettings GeneralLabels { get; set; }
}

/// <summary>Names of labels and of categories, at most 100 each.</summary>
public class GeneralLabelsSettings
{
    public List<string> LabelCategoryExclusionFilters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string> LabelCategoryInclusionFilters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string> LabelExclusionFilters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string> LabelInclusionFilters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class GetLabelDetectionRequest : AmazonRekognitionRequest
{
    public string JobId { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

public class GetLabelDetectionResponse : AmazonWebServiceResponse
{
    public string JobId { get; set; }

    public VideoJobStatus JobStatus { get; set; }

    public string JobTag { get; set; }

    public string LabelModelVersion { get; set; }

    public List<LabelDetection> Labels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }

    public string StatusMessage { get; set; }

    public Video Video { get; set; }

    public VideoMetadata VideoMetadata { get; set; }
}

/// <summary>A label at a timestamp.</summary>
public class LabelDetection
{
    public Label Label { get; set; }

    public long? Timestamp { get; set; }
}

/// <summary>What is seen, with what it belongs to.</summary>
public class Label
{
    public List<LabelAlias> Aliases { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<LabelCategory> Categories { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public float? Confidence { get; set; }

    public List<Instance> Instances { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Name { get; set; }

    public List<Parent> Parents { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>Where a common object is.</summary>
public class Instance
{
    public BoundingBox BoundingBox { get; set; }

    public float? Confidence { get; set; }
}

/// <summary>An ancestor of a label.</summary>
public class Parent
{
    public string Name { get; set; }
}

/// <summary>Another name of a label.</summary>
public class LabelAlias
{
    public string Name { get; set; }
}

/// <summary>A category of labels.</summary>
public class LabelCategory
{
    public string Name { get; set; }
}
