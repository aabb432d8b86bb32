using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Labels;

/// <summary>The model's request of <c>GetLabelDetection</c>.</summary>
internal sealed record GetLabelDetectionRequest : GetJobRequest
{
    /// <summary><c>TIMESTAMP</c>, which is the default, or <c>NAME</c>.</summary>
    public string? SortBy { get; init; }

    /// <summary><c>TIMESTAMPS</c>, which is the default, or <c>SEGMENTS</c>.</summary>
    public string? AggregateBy { get; init; }
}
