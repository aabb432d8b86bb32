using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.Jobs;
using VideoAnalysis.Testing.Engine;

namespace VideoAnalysis.Tests.Sizes;

/// <summary>
/// A finished job with as many faces as wanted, made page by page when they are asked for. A page takes a second.
/// </summary>
internal sealed class EndlessSource(int faces, FakeTimeProvider clock) : IAnalysisSource
{
    private const int PageSize = 1_000;

    public int PageReads { get; private set; }

    public Task<AnalysisPage> GetPageAsync(
        Analysis analysis, string jobId, string? nextToken, CancellationToken cancellationToken)
    {
        PageReads++;
        clock.Advance(TimeSpan.FromSeconds(1));
        var start = nextToken is null ? 0 : int.Parse(nextToken, CultureInfo.InvariantCulture);
        var end = Math.Min(start + PageSize, faces);
        return Task.FromResult(new AnalysisPage(
            JobStatus.Succeeded,
            null,
            null,
            [.. Enumerable.Range(start, end - start).Select(Face)],
            end < faces ? end.ToString(CultureInfo.InvariantCulture) : null));
    }

    /// <summary>Ten faces every half second, none like the one before.</summary>
    private static FaceDetection Face(int index) =>
        Some.Face(index / 10 * 500L, 50 + (index * 7919 % 5_000 / 100f));
}
