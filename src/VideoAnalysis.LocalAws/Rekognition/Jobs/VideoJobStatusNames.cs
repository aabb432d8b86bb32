namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>The statuses as the service and the table write them.</summary>
internal static class VideoJobStatusNames
{
    /// <summary>The status's name.</summary>
    public static string ToName(this VideoJobStatus status) => status switch
    {
        VideoJobStatus.InProgress => "IN_PROGRESS",
        VideoJobStatus.Succeeded => "SUCCEEDED",
        VideoJobStatus.Failed => "FAILED",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>The status of that name.</summary>
    /// <exception cref="InvalidDataException">No status has this name.</exception>
    public static VideoJobStatus Parse(string name) => name switch
    {
        "IN_PROGRESS" => VideoJobStatus.InProgress,
        "SUCCEEDED" => VideoJobStatus.Succeeded,
        "FAILED" => VideoJobStatus.Failed,
        _ => throw new InvalidDataException($"A stored job has the status \"{name}\"."),
    };
}
