using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>The objects that jobs read.</summary>
internal interface IJobObjects
{
    /// <summary>What is stored under a name now (or in that version of it); null if nothing is.</summary>
    /// <param name="source">The object; bucket and name are there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<JobObject?> FindAsync(S3ObjectName source, CancellationToken cancellationToken);

    /// <summary>
    /// Opens what a job was started on. It stays readable until it is closed, whatever becomes of the name meanwhile.
    /// </summary>
    /// <param name="source">The object; bucket and name are there.</param>
    /// <param name="etag">The entity tag it had then.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The file; null if the object is not there any more, or is another one.</returns>
    Task<IJobFile?> OpenAsync(S3ObjectName source, string etag, CancellationToken cancellationToken);
}
