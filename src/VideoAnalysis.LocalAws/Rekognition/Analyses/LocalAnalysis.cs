using System.Text.Json;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Analyses;

/// <summary>
/// One analysis of stored videos, as the service offers it: what its requests and results look like. How jobs run,
/// wait, end and are paged through is the same for all. Derive from <see cref="TypedAnalysis{TStart, TGet}"/>.
/// </summary>
internal abstract class LocalAnalysis
{
    /// <summary>The analysis's name, as engines know it.</summary>
    public abstract string Name { get; }

    /// <summary>The operation that starts a job, as in <c>StartTextDetection</c>.</summary>
    public abstract string StartOperation { get; }

    /// <summary>The operation that reads a job's results, as in <c>GetTextDetection</c>.</summary>
    public abstract string GetOperation { get; }

    /// <summary>The member of the results in <c>Get</c>'s response, as in <c>TextDetections</c>.</summary>
    public abstract string ResultList { get; }

    /// <summary>
    /// Whether <c>Get</c>'s response has <c>VideoMetadata</c> as a list of one, and <c>AudioMetadata</c> beside it.
    /// </summary>
    public virtual bool HasMetadataList => false;

    /// <summary>Reads and validates a request to start a job.</summary>
    /// <exception cref="RekognitionException">The service would refuse it.</exception>
    public abstract Task<ValidStart> ReadStartAsync(Stream body, CancellationToken cancellationToken);

    /// <summary>Reads and validates a request for results.</summary>
    /// <exception cref="RekognitionException">The service would refuse it.</exception>
    public abstract Task<GetJobRequest> ReadGetAsync(Stream body, CancellationToken cancellationToken);

    /// <summary>What the engine is asked to do for a job.</summary>
    /// <param name="request">The request that started the job: <see cref="ValidStart.Json"/>.</param>
    public abstract EngineRequest RequestOf(string request);

    /// <summary>Begins with a job, or begins anew.</summary>
    /// <param name="request">The request that started the job: <see cref="ValidStart.Json"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<EngineWork> BeginAsync(string request, CancellationToken cancellationToken);

    /// <summary>How a request wants to read the results.</summary>
    /// <param name="get">This analysis has read it.</param>
    public abstract ResultView ViewOf(GetJobRequest get);

    /// <summary>Writes the members of <c>Get</c>'s response that this analysis alone has.</summary>
    /// <param name="writer">Is within the response's object.</param>
    /// <param name="request">The request that started the job: <see cref="ValidStart.Json"/>.</param>
    /// <param name="get">The request that is answered; this analysis has read it.</param>
    public abstract void WriteMembers(Utf8JsonWriter writer, string request, GetJobRequest get);
}
