using VideoAnalysis.Engine;
using VideoAnalysis.Functions;
using VideoAnalysis.Functions.Rekognition;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Local.Hosting;

/// <summary>The analyses of this machine.</summary>
internal static class LocalCatalog
{
    /// <summary>Lists the analyses that the engine can do, and those of them that every upload gets.</summary>
    /// <param name="options">How the stack runs.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="more">Analyses besides those that are deployed.</param>
    /// <exception cref="UnavailableAnalysisException">
    /// An upload is to get an analysis that the engine cannot do.
    /// </exception>
    public static RekognitionCatalog Create(
        LocalStackOptions options, IVideoEngine engine, IEnumerable<RekognitionCalls> more)
    {
        var offered = Offered(options.SettingOf);
        List<string> names = [.. offered.Select(calls => calls.Analysis.Name)];

        // What needs a setting is for uploads only if somebody has set it, whatever stands in where nobody has.
        var ready = Offered(options.Settings.GetValueOrDefault)
            .Where(calls => calls.HasSettings).Select(calls => calls.Analysis.Name);
        if (options.Analyses?.Except(names).ToList() is { Count: > 0 } unavailable)
        {
            throw new UnavailableAnalysisException(unavailable, names);
        }

        return new(offered, new SettingReader(variable => variable switch
        {
            RekognitionCatalog.OnUploadVariable => string.Join(',', options.Analyses ?? ready),
            RekognitionCatalog.OnRequestVariable => string.Join(',', names),
            _ => null,
        }));

        List<RekognitionCalls> Offered(Func<string, string?> settings) => [.. RekognitionAnalyses.All(new(settings))
            .Concat(more)
            .Where(calls => engine.Analyses.Contains(calls.Analysis.Name, StringComparer.Ordinal))];
    }
}
