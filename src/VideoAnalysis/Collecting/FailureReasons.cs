namespace VideoAnalysis.Collecting;

/// <summary>Says why a job failed, and what a person can do about it.</summary>
internal static class FailureReasons
{
    public const string JobNotFound =
        "Rekognition no longer has this job's results (it keeps them for 7 days). Analyse the video again.";

    private const string Advice =
        "Rekognition Video reads H.264 in MP4 or MOV, up to 10 GB and 6 hours: convert the video if it is " +
        "something else, and upload it again.";

    /// <summary>The reason of a job that the engine reports as failed.</summary>
    public static string Of(string? statusMessage) =>
        string.IsNullOrWhiteSpace(statusMessage)
            ? $"Rekognition could not analyse this video and gave no reason. {Advice}"
            : $"{statusMessage.Trim().TrimEnd('.')}. {Advice}";
}
