namespace VideoAnalysis.LocalAws.Delivery;

/// <summary>An invocation that waits, or runs.</summary>
/// <param name="Id">Its number in the queue.</param>
/// <param name="Function">The function's name.</param>
/// <param name="Payload">The event, as UTF-8 JSON.</param>
/// <param name="Failures">How many attempts have failed.</param>
internal sealed record PendingDelivery(long Id, string Function, byte[] Payload, int Failures);
