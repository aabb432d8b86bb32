using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Persons;

/// <summary>The model's request of <c>GetFaceSearch</c>.</summary>
internal sealed record GetFaceSearchRequest : GetJobRequest
{
    /// <summary><c>TIMESTAMP</c>, which is the default, or <c>INDEX</c>.</summary>
    public string? SortBy { get; init; }
}
