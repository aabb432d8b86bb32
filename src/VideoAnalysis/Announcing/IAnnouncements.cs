namespace VideoAnalysis.Announcing;

/// <summary>Tells other systems what has ended.</summary>
public interface IAnnouncements
{
    /// <summary>
    /// Sends an announcement. When this returns, it will not get lost; sending it again does no harm.
    /// </summary>
    Task SendAsync(Announcement announcement, CancellationToken cancellationToken);
}
