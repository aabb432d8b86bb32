namespace VideoAnalysis.LocalAws.Delivery;

/// <summary>An invocation that was given up.</summary>
/// <param name="Id">The number that the delivery had.</param>
/// <param name="Function">The function's name.</param>
/// <param name="Payload">The event, as JSON.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">What the last attempt ended with.</param>
/// <param name="CreatedAt">When it was first accepted.</param>
/// <param name="FailedAt">When it was given up.</param>
internal sealed record DeadLetter(
    long Id,
    string Function,
    string Payload,
    int Attempts,
    string Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset FailedAt);
