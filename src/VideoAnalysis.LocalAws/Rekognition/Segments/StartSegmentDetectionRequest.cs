using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Segments;

/// <summary>The model's request of <c>StartSegmentDetection</c>.</summary>
internal sealed record StartSegmentDetectionRequest : StartJobRequest
{
    /// <summary><c>SHOT</c>, <c>TECHNICAL_CUE</c>, or both.</summary>
    public IReadOnlyList<string>? SegmentTypes { get; init; }

    public SegmentFilters? Filters { get; init; }
}

/// <summary>The model's <c>StartSegmentDetectionFilters</c>.</summary>
internal sealed record SegmentFilters
{
    public TechnicalCueFilter? TechnicalCueFilter { get; init; }

    public ShotFilter? ShotFilter { get; init; }
}

/// <summary>The model's <c>StartTechnicalCueDetectionFilter</c>.</summary>
internal sealed record TechnicalCueFilter
{
    public float? MinSegmentConfidence { get; init; }

    public BlackFrame? BlackFrame { get; init; }
}

/// <summary>The model's <c>BlackFrame</c>.</summary>
internal sealed record BlackFrame
{
    public float? MaxPixelThreshold { get; init; }

    public float? MinCoveragePercentage { get; init; }
}

/// <summary>The model's <c>StartShotDetectionFilter</c>.</summary>
internal sealed record ShotFilter
{
    public float? MinSegmentConfidence { get; init; }
}
