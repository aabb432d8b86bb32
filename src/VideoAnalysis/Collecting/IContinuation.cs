namespace VideoAnalysis.Collecting;

/// <summary>Passes a collection on to another invocation when this one's time runs out.</summary>
public interface IContinuation
{
    /// <summary>Has the completion delivered again, now. Doing it twice does no harm.</summary>
    Task ContinueAsync(Completion completion, CancellationToken cancellationToken);
}
