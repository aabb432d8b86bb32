namespace VideoAnalysis.Backlog;

/// <summary>Keeps starts that the engine had no room for until they can be tried again.</summary>
public interface IBacklog
{
    /// <summary>
    /// Adds an entry that comes back after the delay (at most 15 minutes, SQS's longest). Adding it twice does no harm.
    /// </summary>
    Task AddAsync(BacklogEntry entry, TimeSpan delay, CancellationToken cancellationToken);
}
