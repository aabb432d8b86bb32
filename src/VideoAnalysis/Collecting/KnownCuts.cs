using VideoAnalysis.Appearances;

namespace VideoAnalysis.Collecting;

/// <summary>The cuts of a video as evidence of its appearances.</summary>
/// <param name="cuts">All of them, each as the milliseconds to the first frame after it, in order.</param>
internal sealed class KnownCuts(IReadOnlyList<long> cuts) : IAppearanceEvidence
{
    /// <inheritdoc/>
    public Task<AppearanceEvidence> ReadAsync(string jobId, EvidenceQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(new AppearanceEvidence
        {
            Cuts = [.. cuts.Where(cut => cut > query.From && cut <= query.To)],
            CutsFrom = query.From,
            CutsTo = query.To,
        });
}
