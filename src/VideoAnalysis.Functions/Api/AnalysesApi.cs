using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Api.Formats;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Starting;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Api;

/// <summary>What the routes under <c>/analyses</c> do.</summary>
public sealed class AnalysesApi
{
    private readonly OnDemandStarter _starter;
    private readonly ResultReader _reader;
    private readonly AnalysisRegistry _analyses;
    private readonly ResultJson _json;

    /// <summary>Creates the routes.</summary>
    /// <param name="starter">Starts analyses.</param>
    /// <param name="reader">Reads how they stand.</param>
    /// <param name="analyses">The analyses that there are.</param>
    /// <param name="progress">How far running jobs are; null where nobody knows.</param>
    public AnalysesApi(
        OnDemandStarter starter, ResultReader reader, AnalysisRegistry analyses, IAnalysisProgress? progress = null)
    {
        (_starter, _reader, _analyses) = (starter, reader, analyses);
        _json = new(analyses, progress);
    }

    /// <summary><c>POST /analyses/{video+}</c>: starts analyses of a video that is in the bucket.</summary>
    internal async Task<APIGatewayHttpApiV2ProxyResponse> PostAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = QueryReader.Of(request);
        var key = ResultQueries.ReadKey(request.PathParameters, query);
        query.RefuseOthers();
        var body = BodyReader.Read(request, AnalysisRequestJson.Default.AnalysisRequest);
        var wanted = Read(body.Analyses);

        // The bucket may hold other things, which are not for Rekognition.
        if (!Video.HasExtension(key) || !await _starter.StartAsync(key, wanted, body.Again ?? false, cancellationToken))
        {
            throw new ProblemException(Problem.ObjectNotFound(key));
        }

        var video = await _reader.FindAsync(key, cancellationToken)
            ?? throw new ProblemException(Problem.VideoNotFound(key));
        return Answer.Json(202, _json.Write(video));
    }

    private List<Analysis> Read(IReadOnlyList<string?>? names)
    {
        var allowed = "names of analyses that can be started here, each once: " +
            $"{string.Join(", ", _analyses.Startable.Select(analysis => analysis.Name))}";
        var wanted = new List<Analysis>();
        foreach (var name in names ?? [])
        {
            var analysis = _analyses.Startable.FirstOrDefault(startable => startable.Name == name);
            if (analysis is null || wanted.Contains(analysis))
            {
                throw QueryReader.Invalid("analyses", name ?? "null", allowed);
            }

            wanted.Add(analysis);
        }

        return names is null || wanted.Count > 0
            ? wanted
            : throw new ProblemException(Problem.InvalidParameter("analyses", "[]", allowed));
    }
}
