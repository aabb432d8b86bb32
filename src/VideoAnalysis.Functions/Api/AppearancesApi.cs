using System.Buffers;
using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Api.Formats;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>What the routes under <c>/appearances</c> do.</summary>
public sealed class AppearancesApi
{
    private readonly ResultReader _reader;
    private readonly AppearanceReader _appearances;
    private readonly AnalysisRegistry _analyses;
    private readonly IReadOnlyList<AppearanceFormat> _formats;

    /// <param name="reader">Reads how videos stand.</param>
    /// <param name="appearances">Reads appearances.</param>
    /// <param name="analyses">The analyses that there are.</param>
    /// <param name="progress">How far running jobs are; null where nobody knows.</param>
    public AppearancesApi(
        ResultReader reader,
        AppearanceReader appearances,
        AnalysisRegistry analyses,
        IAnalysisProgress? progress = null)
    {
        (_reader, _appearances, _analyses) = (reader, appearances, analyses);
        _formats =
        [
            new AppearanceJsonFormat(new(analyses, progress)),
            new AppearanceCsvFormat(),
            new AppearanceNdjsonFormat(),
            new AppearanceVttFormat(),
        ];
    }

    /// <summary><c>GET /appearances/{video+}</c>: what is seen in a video, from when to when.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = QueryReader.Of(request);
        var headers = new RequestHeaders(request);
        var key = ResultQueries.ReadKey(request.PathParameters, query);
        var format = Format.Choose(_formats, query, headers);
        var asked = ResultQueries.ReadAnalysis(query, _analyses);
        var filter = ResultQueries.ReadAppearances(query, asked ?? _analyses.Default);
        query.RefuseOthers();
        var (video, analysis) = await RequestedVideo.FindAsync(_reader, key, asked, _analyses, cancellationToken);
        var wanted = filter with { Analysis = analysis };
        if (EntityTag.Of(video, wanted, format.Name)?.FindIn(headers) is { } known)
        {
            return Representation.NotModified(known);
        }

        var page = await RequestedVideo.ReadAsync(
            video, () => _appearances.ReadAsync(video, wanted, cancellationToken));
        var body = new ArrayBufferWriter<byte>();
        format.Write(page, body);
        var answer = Representation
            .Of(format.ContentType, body.WrittenMemory, headers, EntityTag.Of(page.Overview, wanted, format.Name))
            .WithStatus(page.Overview, analysis)
            .WithNext(page.Next?.ToString(), query);
        return query.Has("format") ? answer.WithFileName(key, analysis, $"appearances.{format.Name}") : answer;
    }
}
