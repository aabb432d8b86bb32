using VideoAnalysis.Analyses;
using VideoAnalysis.Announcing;
using VideoAnalysis.Results;

namespace VideoAnalysis.Testing.Faults;

/// <summary>What survives the processes of a run: the stored jobs and chunks.</summary>
public interface IFaultStore
{
    /// <summary>Opens the store for a process; every call to the outside that it makes goes through the gate.</summary>
    IResultStore Open(ICallGate gate, ProcessLife life, AnalysisRegistry analyses, TimeProvider time);

    /// <summary>Every end of a job that was ever stored to be announced, as far as the store can tell.</summary>
    IReadOnlyCollection<Announcement> Ended { get; }

    /// <summary>Every stored chunk of a key, whichever job it is of: one line each that tells all of it.</summary>
    Task<IReadOnlyList<string>> ChunksAsync(string key);
}
