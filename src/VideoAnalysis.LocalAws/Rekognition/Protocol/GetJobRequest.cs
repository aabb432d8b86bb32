using System.Text.Json.Serialization;

namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>What every <c>Get</c> request has. An analysis may add its own members.</summary>
internal record GetJobRequest
{
    /// <summary>
    /// The largest page, and the default. More may be asked for, and this is what comes (API reference).
    /// </summary>
    private const int MaxPage = 1000;

    public string? JobId { get; init; }

    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }

    /// <summary>How many detections the page may have.</summary>
    [JsonIgnore]
    public int PageSize => Math.Min(MaxResults ?? MaxPage, MaxPage);

    /// <summary>Checks these members against the service model.</summary>
    public void Check(RequestConstraints constraints) => constraints
        .Required(JobId, "jobId")
        .Length(JobId, "jobId", 1, 64)
        .Pattern(JobId, "jobId", RekognitionPatterns.Identifier)
        .AtLeast(MaxResults, "maxResults", 1)
        .Length(NextToken, "nextToken", 0, 255);
}
