namespace VideoAnalysis.LocalAws.Delivery;

/// <summary>Runs one of the functions as Lambda would: its handler, behind its serializer.</summary>
internal interface IFunctionInvoker
{
    /// <summary>Invokes a function.</summary>
    /// <param name="function">Its name: the resource's logical name in the template.</param>
    /// <param name="payload">The event, as UTF-8 JSON.</param>
    /// <param name="cancellationToken">Cancelled when the stack is being stopped.</param>
    /// <returns>What the function returned, as UTF-8 JSON; empty if it returns nothing.</returns>
    /// <remarks>Whatever the function throws comes through: it is the invocation's failure.</remarks>
    Task<ReadOnlyMemory<byte>> InvokeAsync(
        string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);
}
