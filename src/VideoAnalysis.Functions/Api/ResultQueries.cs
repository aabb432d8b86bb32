using System.Text;
using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Functions.Api;

/// <summary>Reads the queries of the API from its parameters.</summary>
internal static class ResultQueries
{
    /// <summary>Stands in a path where the key is in the query. It is no key of a video, which ends in .mp4 or .mov.</summary>
    public const string KeyInQuery = "-";

    /// <summary>The length of a timeline's intervals when nobody says it, in milliseconds.</summary>
    private const long DefaultInterval = 1_000;

    private static readonly string Statuses = string.Join(
        ", ", Enum.GetValues<JobStatus>().Where(status => status != JobStatus.Deleted).Select(JobStatusNames.ToName));

    /// <summary>Which videos are wanted.</summary>
    /// <exception cref="ProblemException">A parameter is wrong.</exception>
    public static VideoListQuery ReadList(QueryReader query)
    {
        var status = query.Text("status") is { } name
            ? JobStatusNames.Parse(name) is { } known and not JobStatus.Deleted
                ? known
                : throw QueryReader.Invalid("status", name, $"one of {Statuses}")
            : (JobStatus?)null;
        var result = new VideoListQuery
        {
            Status = status,
            Prefix = ReadPrefix(query),
            Limit = (int?)query.Number("limit", 1, VideoListQuery.MaxLimit, $"a whole number from 1 to {VideoListQuery.MaxLimit}")
                ?? VideoListQuery.DefaultLimit,
            Position = query.Parsed("next", ListPosition.TryParse, "the \"next\" of an earlier page of this list"),
        };
        query.RefuseOthers();
        return result;
    }

    /// <summary>The length of the intervals in which detections are to be counted, in milliseconds.</summary>
    /// <exception cref="ProblemException">The text is not such a length.</exception>
    public static long ReadInterval(QueryReader query) => query.Number(
        "interval",
        TimelineReader.LeastInterval,
        TimelineReader.MostInterval,
        $"a whole number of milliseconds from {TimelineReader.LeastInterval} to {TimelineReader.MostInterval}")
        ?? DefaultInterval;

    /// <summary>The analysis that a request names; null when it names none.</summary>
    /// <exception cref="ProblemException">There is no such analysis.</exception>
    public static Analysis? ReadAnalysis(QueryReader query, AnalysisRegistry analyses) => query.Parsed(
        "analysis", analyses.Find, $"one of {string.Join(", ", analyses.All.Select(analysis => analysis.Name))}");

    /// <summary>Which detections are to be counted.</summary>
    /// <param name="query">The parameters.</param>
    /// <param name="analysis">Whose detections.</param>
    /// <exception cref="ProblemException">A parameter is wrong.</exception>
    public static DetectionQuery ReadFilter(QueryReader query, Analysis analysis)
    {
        const string Milliseconds = "a whole number of milliseconds, 0 or more";
        var result = new DetectionQuery
        {
            Analysis = analysis,
            From = query.Number("from", 0, long.MaxValue, Milliseconds) ?? 0,
            To = query.Number("to", 0, long.MaxValue, Milliseconds) ?? long.MaxValue,
            MinConfidence = query.Decimal("minConfidence", 0, 100, "a number from 0 to 100") ?? 0,
        };
        return result.From <= result.To
            ? result
            : throw new ProblemException(Problem.InvalidParameter("from", $"{result.From}", $"no more than \"to\", which is {result.To}"));
    }

    /// <summary>Which page of which detections is wanted.</summary>
    /// <inheritdoc cref="ReadFilter"/>
    public static DetectionQuery ReadPage(QueryReader query, Analysis analysis) => ReadFilter(query, analysis) with
    {
        Limit = (int?)query.Number("limit", 1, DetectionQuery.MaxLimit, $"a whole number from 1 to {DetectionQuery.MaxLimit}")
            ?? DetectionQuery.DefaultLimit,
        Position = query.Parsed("next", DetectionPosition.TryParse, "the \"next\" of an earlier page of this video"),
    };

    /// <summary>Which page of which appearances is wanted.</summary>
    /// <inheritdoc cref="ReadFilter"/>
    public static AppearanceQuery ReadAppearances(QueryReader query, Analysis analysis)
    {
        var filter = ReadFilter(query, analysis);
        return new()
        {
            Analysis = analysis,
            From = filter.From,
            To = filter.To,
            MinConfidence = filter.MinConfidence,
            Subject = query.Text("subject"),
            Limit = (int?)query.Number("limit", 1, AppearanceQuery.MaxLimit, $"a whole number from 1 to {AppearanceQuery.MaxLimit}")
                ?? AppearanceQuery.DefaultLimit,
            Position = query.Parsed("next", AppearancePosition.TryParse, "the \"next\" of an earlier page of these appearances"),
        };
    }

    /// <summary>
    /// The object key that a request is about. API Gateway hands the path over decoded once; it is never decoded
    /// again. A key that no path can carry comes as the parameter <c>video</c>, with <see cref="KeyInQuery"/> in its
    /// place.
    /// </summary>
    /// <exception cref="ProblemException">The key is missing or empty, or no object can have it.</exception>
    public static string ReadKey(IDictionary<string, string>? pathParameters, QueryReader query)
    {
        var inPath = pathParameters?.TryGetValue("video", out var found) == true ? found : null;
        var key = inPath == KeyInQuery ? query.Text("video") : inPath;
        return key switch
        {
            null or "" => throw new ProblemException(Problem.InvalidParameter("video", key, "an object key")),
            _ when !Video.IsKey(key) => throw new ProblemException(Problem.VideoNotFound(key)),
            _ => key,
        };
    }

    private static string ReadPrefix(QueryReader query)
    {
        var prefix = query.Text("prefix") ?? "";
        return Encoding.UTF8.GetByteCount(prefix) <= Video.MaxKeyBytes
            ? prefix
            : throw QueryReader.Invalid("prefix", prefix, $"at most {Video.MaxKeyBytes} bytes of UTF-8");
    }
}
