namespace VideoAnalysis.Appearances;

/// <summary>
/// What an engine knows beside its detections. The local engine does; Rekognition does not, apart from the cuts that
/// an analysis of the same video may have found.
/// </summary>
public interface IAppearanceEvidence
{
    /// <summary>
    /// Reads the evidence for some of a job's detections. It is the same at every call, as a job's detections are:
    /// appearances are built again the same only if it is.
    /// </summary>
    /// <param name="jobId">The job.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The evidence; <see cref="AppearanceEvidence.None"/> when the engine has none for this job.</returns>
    Task<AppearanceEvidence> ReadAsync(string jobId, EvidenceQuery query, CancellationToken cancellationToken);
}

/// <summary>For what evidence is asked.</summary>
/// <param name="From">Cuts after this many milliseconds from the start of the video.</param>
/// <param name="To">Cuts up to this many milliseconds, inclusive.</param>
/// <param name="Detections">
/// The detections whose embeddings are wanted, counted from 0 in the engine's order: those that come next, and after
/// a restart also those in <see cref="AppearanceTracker.MissingEmbeddings"/>.
/// </param>
public sealed record EvidenceQuery(long From, long To, IReadOnlyList<long> Detections);
