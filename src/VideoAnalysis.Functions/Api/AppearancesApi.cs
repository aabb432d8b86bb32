using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Api.Formats;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>What the routes under <c>/appearances</c> do.</summary>
public sealed class AppearancesApi
{
    private readonly ResultRoute<AppearanceQuery, AppearancePage> _route;

    /// <param name="reader">Reads how videos stand.</param>
    /// <param name="appearances">Reads appearances.</param>
    /// <param name="analyses">The analyses that there are.</param>
    /// <param name="progress">How far running jobs are; null where nobody knows.</param>
    public AppearancesApi(
        ResultReader reader, AppearanceReader appearances, AnalysisRegistry analyses,
        IAnalysisProgress? progress = null) =>
        _route = new(
            reader,
            analyses,
            [
                new JsonFormat<AppearancePage>(new ResultJson(analyses, progress).Write),
                new AppearanceCsvFormat(),
                new AppearanceNdjsonFormat(),
                new AppearanceVttFormat(),
            ],
            ResultQueries.ReadAppearances,
            appearances.ReadAsync)
        {
            FilePrefix = "appearances.",
        };

    /// <summary><c>GET /appearances/{video+}</c>: what is seen in a video, from when to when.</summary>
    internal Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken) =>
        _route.GetAsync(request, cancellationToken);
}
