using VideoAnalysis.Analyses;
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
            Limit = (int?)query.Number("limit", 1, VideoListQuery.MaxLimit, $"a whole number from 1 to {VideoListQuery.MaxLimit}")
                ?? VideoListQuery.DefaultLimit,
            Position = query.Parsed("next", ListPosition.TryParse, "the \"next\" of an earlier page of this list"),
        };
        query.RefuseOthers();
        return result;
    }

    /// <summary>The length of the intervals in which detections are to be counted, in milliseconds; null when they are wanted themselves.</summary>
    /// <exception cref="ProblemException">It is no such length.</exception>
    public static long? ReadInterval(QueryReader query) => query.Number(
        "interval",
        TimelineReader.LeastInterval,
        TimelineReader.MostInterval,
        $"a whole number of milliseconds from {TimelineReader.LeastInterval} to {TimelineReader.MostInterval}");

    /// <summary>Which detections are wanted.</summary>
    /// <exception cref="ProblemException">A parameter is wrong.</exception>
    public static DetectionQuery ReadDetections(QueryReader query, AnalysisRegistry analyses)
    {
        const string Milliseconds = "a whole number of milliseconds, 0 or more";
        var names = string.Join(", ", analyses.All.Select(analysis => analysis.Name));
        var result = new DetectionQuery
        {
            Analysis = query.Parsed("analysis", analyses.Find, $"one of {names}") ?? analyses.Default,
            From = query.Number("from", 0, long.MaxValue, Milliseconds) ?? 0,
            To = query.Number("to", 0, long.MaxValue, Milliseconds) ?? long.MaxValue,
            MinConfidence = query.Decimal("minConfidence", 0, 100, "a number from 0 to 100") ?? 0,
            Limit = (int?)query.Number("limit", 1, DetectionQuery.MaxLimit, $"a whole number from 1 to {DetectionQuery.MaxLimit}")
                ?? DetectionQuery.DefaultLimit,
            Position = query.Parsed("next", DetectionPosition.TryParse, "the \"next\" of an earlier page of this video"),
        };
        query.RefuseOthers();
        return result.From <= result.To
            ? result
            : throw new ProblemException(Problem.InvalidParameter("from", $"{result.From}", $"no more than \"to\", which is {result.To}"));
    }

    /// <summary>
    /// The object key that a request is about; null when it names none. API Gateway hands the path over decoded
    /// once; it is never decoded again. A key that no path can carry comes as the parameter <c>video</c>.
    /// </summary>
    /// <exception cref="ProblemException">The parameter is empty, or no object can have such a key.</exception>
    public static string? ReadKey(IDictionary<string, string>? pathParameters, QueryReader query)
    {
        var inPath = pathParameters?.TryGetValue("video", out var found) == true ? found : null;
        var key = string.IsNullOrEmpty(inPath) ? query.Text("video") : inPath;
        return key switch
        {
            "" => throw QueryReader.Invalid("video", key, "an object key"),
            not null when !Video.IsKey(key) => throw new ProblemException(Problem.VideoNotFound(key)),
            _ => key,
        };
    }
}
