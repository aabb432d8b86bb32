using Amazon.Rekognition;
using VideoAnalysis.Analyses;
using VideoAnalysis.Engine;

namespace VideoAnalysis.Functions.Rekognition;

/// <summary>
/// Rekognition's side of one analysis: its Start call, its Get call, and what they mean in the domain.
/// </summary>
internal abstract class RekognitionCalls
{
    /// <summary>The most that a Get call returns (Rekognition API reference).</summary>
    protected const int MaxResults = 1_000;

    /// <summary>The analysis.</summary>
    public abstract Analysis Analysis { get; }

    /// <summary>Whether it has all settings that it needs; without them each start says what is missing.</summary>
    public virtual bool HasSettings => true;

    /// <summary>Starts a job and returns its JobId.</summary>
    public abstract Task<string> StartAsync(
        IAmazonRekognition client,
        StartRequest request,
        CompletionChannel channel,
        CancellationToken cancellationToken);

    /// <summary>Reads a page of a job.</summary>
    public abstract Task<AnalysisPage> GetPageAsync(
        IAmazonRekognition client, string jobId, string? nextToken, CancellationToken cancellationToken);
}
