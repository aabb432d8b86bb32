using VideoAnalysis.Analyses;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;

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
        return result;
    }
}
