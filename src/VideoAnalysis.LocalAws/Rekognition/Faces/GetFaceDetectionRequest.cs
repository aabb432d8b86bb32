namespace VideoAnalysis.LocalAws.Rekognition.Faces;

/// <summary>The model's request of <c>GetFaceDetection</c>.</summary>
internal sealed record GetFaceDetectionRequest
{
    /// <summary>The largest page, and the default. More may be asked for, and this is what comes (API reference).</summary>
    private const int MaxPage = 1000;

    public string? JobId { get; init; }

    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }

    /// <summary>How many detections the page may have.</summary>
    public int PageSize => Math.Min(MaxResults ?? MaxPage, MaxPage);

    /// <summary>Checks every member against the service model.</summary>
    /// <exception cref="RekognitionException">A constraint is violated.</exception>
    public void Validate() => new RequestConstraints()
        .Required(JobId, "jobId")
        .Length(JobId, "jobId", 1, 64)
        .Pattern(JobId, "jobId", RekognitionPatterns.Identifier)
        .AtLeast(MaxResults, "maxResults", 1)
        .Length(NextToken, "nextToken", 0, 255)
        .ThrowIfViolated();
}
