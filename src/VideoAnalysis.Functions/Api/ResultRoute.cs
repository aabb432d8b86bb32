using System.Buffers;
using Amazon.Lambda.APIGatewayEvents;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Api.Formats;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Results;

namespace VideoAnalysis.Functions.Api;

/// <summary>Answers with a page of the results of one analysis of a video.</summary>
/// <param name="reader">Reads how videos stand.</param>
/// <param name="analyses">The analyses that there are.</param>
/// <param name="formats">The formats that are offered, the first by default.</param>
/// <param name="ask">Makes the query of the request's parameters, but for the page's place and limits.</param>
/// <param name="read">Reads a page; null when the video has been removed meanwhile.</param>
internal sealed class ResultRoute<TQuery, TPage>(
    ResultReader reader,
    AnalysisRegistry analyses,
    IReadOnlyList<Format<TPage>> formats,
    Func<QueryReader, Analysis, TQuery> ask,
    Func<VideoOverview, TQuery, CancellationToken, Task<TPage?>> read)
    where TQuery : ResultQuery
    where TPage : ResultPage
{
    /// <summary>Stands before the format in the names of files, as in <c>appearances.</c>; empty for nothing.</summary>
    public string FilePrefix { get; init; } = "";

    /// <summary>Answers a request.</summary>
    /// <exception cref="ProblemException">The request cannot be answered; the problem says why.</exception>
    public async Task<APIGatewayHttpApiV2ProxyResponse> GetAsync(
        APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        var query = QueryReader.Of(request);
        var headers = new RequestHeaders(request);
        var key = ResultQueries.ReadKey(request.PathParameters, query);
        var format = Format<TPage>.Choose(formats, query, headers);
        var asked = ResultQueries.ReadAnalysis(query, analyses);
        ResultQuery asIs = ask(query, asked ?? analyses.Default);
        query.RefuseOthers();
        var (video, analysis) = await FindAsync(key, asked, cancellationToken);
        var wanted = (TQuery)(asIs with { Analysis = analysis, Limit = Math.Min(asIs.Limit, format.MostResults(key)) });
        if (ResultTags.Of(video, wanted, format.Name)?.FindIn(headers) is { } known)
        {
            return Representation.NotModified(known);
        }

        var page = await ReadAsync(video, wanted, cancellationToken);
        var body = new ArrayBufferWriter<byte>();
        format.Write(page, body);
        var answer = Representation
            .Of(format.ContentType, body.WrittenMemory, headers, ResultTags.Of(page.Overview, wanted, format.Name))
            .WithStatus(page.Overview, analysis)
            .WithNext(page.NextPosition?.ToString(), query);
        return query.Has("format") ? answer.WithFileName(key, analysis, FilePrefix + format.Name) : answer;
    }

    /// <summary>The video, and the analysis that is asked for, or else the first that the video has.</summary>
    private async Task<(VideoOverview Video, Analysis Analysis)> FindAsync(
        string key, Analysis? asked, CancellationToken cancellationToken)
    {
        var video = await reader.FindAsync(key, cancellationToken)
            ?? throw new ProblemException(Problem.VideoNotFound(key));
        var analysis =
            analyses.All.FirstOrDefault(each => (asked is null || each == asked) && video.Find(each) is not null);
        return analysis is not null
            ? (video, analysis)
            : throw new ProblemException(
                Problem.AnalysisNotFound(key, asked!.Name, video.Jobs.Select(job => job.Analysis)));
    }

    private async Task<TPage> ReadAsync(VideoOverview video, TQuery wanted, CancellationToken cancellationToken)
    {
        try
        {
            return await read(video, wanted, cancellationToken)
                ?? throw new ProblemException(Problem.VideoNotFound(video.Upload.Video.Key));
        }
        catch (StalePositionException exception)
        {
            throw new ProblemException(Problem.StalePage(exception.Message));
        }
    }
}
