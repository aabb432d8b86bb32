namespace VideoAnalysis.Functions;

/// <summary>Deals with the records of an event that is delivered, and retried, as a whole.</summary>
internal static class EachRecord
{
    /// <summary>Does every record, also when one fails, and then reports the failures.</summary>
    /// <exception cref="AggregateException">
    /// What the failed records threw: Lambda delivers the event again, and at last to the dead-letter queue.
    /// </exception>
    public static async Task DoAsync<T>(IEnumerable<T> records, Func<T, Task> work)
    {
        var failures = new List<Exception>();
        foreach (var record in records)
        {
            try
            {
                await work(record);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The boundary between records: a bad one must not keep the good ones beside it from being done.
                failures.Add(exception);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException($"{failures.Count} of the event's records failed.", failures);
        }
    }
}
