namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>An object's bytes as a file, kept for the time of a job.</summary>
internal interface IJobFile : IDisposable
{
    /// <summary>Where it is.</summary>
    string Path { get; }
}
