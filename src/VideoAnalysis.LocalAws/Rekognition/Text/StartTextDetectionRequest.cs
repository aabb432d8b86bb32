using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Text;

/// <summary>The model's request of <c>StartTextDetection</c>.</summary>
internal sealed record StartTextDetectionRequest : StartJobRequest
{
    /// <summary>Which words are wanted; without it those with a confidence of at least 80.</summary>
    public TextFilters? Filters { get; init; }
}

/// <summary>The model's <c>StartTextDetectionFilters</c>.</summary>
internal sealed record TextFilters
{
    public WordFilter? WordFilter { get; init; }

    /// <summary>Items of a request may be null; those of a valid one are not.</summary>
    public IReadOnlyList<RegionOfInterest?>? RegionsOfInterest { get; init; }
}

/// <summary>The model's <c>DetectionFilter</c>.</summary>
internal sealed record WordFilter
{
    public float? MinConfidence { get; init; }

    public float? MinBoundingBoxHeight { get; init; }

    public float? MinBoundingBoxWidth { get; init; }
}
