using System.Text;
using VideoAnalysis.Analyses;
using VideoAnalysis.Functions.Http;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Api;

/// <summary>Reads the queries of the API from its parameters.</summary>
internal static class ResultQueries
{
    private static readonly string Statuses = string.Join(
        ", ", Enum.GetValues<JobStatus>().Where(status => status != JobStatus.Deleted).Select(JobStatusNames.ToName));

    /// <summary>Which videos are wanted.</summary>
    /// <exception cref="ProblemException">A parameter is wrong.</exception>
    public static VideoListQuery ReadList(QueryReader query, AnalysisRegistry analyses)
    {
        var status = query.Text("status") is { } name
            ? JobStatusNames.Parse(name) is { } known and not JobStatus.Deleted
                ? known
                : throw QueryReader.Invalid("status", name, $"one of {Statuses}")
            : (JobStatus?)null;
        var result = new VideoListQuery
        {
            Status = status,
            Analysis = ReadAnalysis(query, analyses),
            Prefix = ReadPrefix(query),
            Limit = ReadLimit(query, VideoListQuery.MaxLimit) ?? VideoListQuery.DefaultLimit,
            Position = query.Parsed("next", ListPosition.TryParse, "the \"next\" of an earlier page of this list"),
        };
        query.RefuseOthers();
        return result;
    }

    /// <summary>The analysis that a request names; null when it names none.</summary>
    /// <exception cref="ProblemException">There is no such analysis.</exception>
    public static Analysis? ReadAnalysis(QueryReader query, AnalysisRegistry analyses) => query.Parsed(
        "analysis", analyses.Find, $"one of {string.Join(", ", analyses.All.Select(analysis => analysis.Name))}");

    /// <summary>Which page of which detections is wanted.</summary>
    /// <param name="query">The parameters.</param>
    /// <param name="analysis">Whose detections.</param>
    /// <exception cref="ProblemException">A parameter is wrong.</exception>
    public static DetectionQuery ReadPage(QueryReader query, Analysis analysis) =>
        Filtered(query, new DetectionQuery { Analysis = analysis }) with
        {
            Limit = ReadLimit(query),
            Position = query.Parsed(
                "next", DetectionPosition.TryParse, "the \"next\" of an earlier page of this video"),
        };

    /// <summary>Which page of which appearances is wanted.</summary>
    /// <inheritdoc cref="ReadPage"/>
    public static AppearanceQuery ReadAppearances(QueryReader query, Analysis analysis) =>
        Filtered(query, new AppearanceQuery { Analysis = analysis }) with
        {
            Subject = query.Text("subject"),
            Limit = ReadLimit(query),
            Position = query.Parsed(
                "next", AppearancePosition.TryParse, "the \"next\" of an earlier page of these appearances"),
        };

    /// <summary>Which detections are to be counted.</summary>
    /// <inheritdoc cref="ReadPage"/>
    public static TimelineQuery ReadTimeline(QueryReader query, Analysis analysis)
    {
        const long Least = TimelineQuery.LeastInterval;
        const long Most = TimelineQuery.MostInterval;
        return Filtered(query, new TimelineQuery { Analysis = analysis }) with
        {
            Interval = query.Number("interval", Least, Most, $"a whole number of milliseconds from {Least} to {Most}")
                ?? TimelineQuery.DefaultInterval,
        };
    }

    /// <summary>The object key that a request is about.</summary>
    /// <exception cref="ProblemException">The key is missing or empty, or no object can have it.</exception>
    public static string ReadKey(IDictionary<string, string>? pathParameters, QueryReader query)
    {
        var key = query.TextOf(pathParameters, "video");
        return key switch
        {
            null or "" => throw new ProblemException(Problem.InvalidParameter("video", key, "an object key")),
            _ when !Video.IsKey(key) => throw new ProblemException(Problem.VideoNotFound(key)),
            _ => key,
        };
    }

    /// <summary>A query with the parameters by which all results are filtered.</summary>
    private static TQuery Filtered<TQuery>(QueryReader query, TQuery all)
        where TQuery : ResultQuery
    {
        const string Milliseconds = "a whole number of milliseconds, 0 or more";
        ResultQuery result = all;
        result = result with
        {
            From = query.Number("from", 0, long.MaxValue, Milliseconds) ?? 0,
            To = query.Number("to", 0, long.MaxValue, Milliseconds) ?? long.MaxValue,
            MinConfidence = query.Decimal("minConfidence", 0, 100, "a number from 0 to 100") ?? 0,
        };
        return result.From <= result.To
            ? (TQuery)result
            : throw new ProblemException(
                Problem.InvalidParameter("from", $"{result.From}", $"no more than \"to\", which is {result.To}"));
    }

    private static int ReadLimit(QueryReader query) =>
        ReadLimit(query, ResultQuery.MaxLimit) ?? ResultQuery.DefaultLimit;

    private static int? ReadLimit(QueryReader query, int most) =>
        (int?)query.Number("limit", 1, most, $"a whole number from 1 to {most}");

    private static string ReadPrefix(QueryReader query)
    {
        var prefix = query.Text("prefix") ?? "";
        return Encoding.UTF8.GetByteCount(prefix) <= Video.MaxKeyBytes
            ? prefix
            : throw QueryReader.Invalid("prefix", prefix, $"at most {Video.MaxKeyBytes} bytes of UTF-8");
    }
}
