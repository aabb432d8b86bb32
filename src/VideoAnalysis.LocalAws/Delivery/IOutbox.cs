using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Delivery;

/// <summary>Where an event is left for a function, together with the change that it tells of.</summary>
internal interface IOutbox
{
    /// <summary>
    /// Adds the invocation of a function to a transaction: it happens if the transaction is committed, at least once,
    /// and not before; and it never happens if not. Deliveries are not ordered.
    /// </summary>
    /// <param name="transaction">The caller's transaction.</param>
    /// <param name="function">The function's name, as <see cref="IFunctionInvoker"/> knows it.</param>
    /// <param name="payload">The event, as JSON.</param>
    /// <param name="delay">How long to wait before the first attempt.</param>
    void Add(WriteTransaction transaction, string function, string payload, TimeSpan? delay = null);
}
