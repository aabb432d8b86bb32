namespace VideoAnalysis.Jobs;

/// <summary>The statuses as Rekognition, the table and the API write them.</summary>
public static class JobStatusNames
{
    private static readonly Dictionary<string, JobStatus> ByName =
        Enum.GetValues<JobStatus>().ToDictionary(status => status.ToName(), StringComparer.Ordinal);

    /// <summary>The status's name, as in <c>IN_PROGRESS</c>.</summary>
    public static string ToName(this JobStatus status) => status switch
    {
        JobStatus.Queued => "QUEUED",
        JobStatus.InProgress => "IN_PROGRESS",
        JobStatus.Succeeded => "SUCCEEDED",
        JobStatus.Failed => "FAILED",
        JobStatus.Deleted => "DELETED",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>The status of that name, in exactly that spelling; null when there is none.</summary>
    public static JobStatus? Parse(string? name) =>
        name is not null && ByName.TryGetValue(name, out var status) ? status : null;
}
