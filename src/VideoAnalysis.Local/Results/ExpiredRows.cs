using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.Local.Results;

/// <summary>Removes what has expired: what DynamoDB's time to live does on AWS. Readers do not see it anyway.</summary>
internal sealed class ExpiredRows(LocalDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private long _nextAt = long.MinValue;

    /// <summary>
    /// Removes expired rows, once an hour at most; and at the first call, for what expired while nothing ran.
    /// </summary>
    public async Task RemoveOccasionallyAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = Interlocked.Read(ref _nextAt);
        if (now.UtcTicks < due || Interlocked.CompareExchange(ref _nextAt, (now + Interval).UtcTicks, due) != due)
        {
            return;
        }

        await database.FreeAsync(
            transaction =>
            {
                transaction.Execute(
                    "DELETE FROM result_chunk WHERE expires_at <= $now", ("$now", now.ToUnixTimeMilliseconds()));
                transaction.Execute(
                    "DELETE FROM result_appearances WHERE expires_at <= $now", ("$now", now.ToUnixTimeMilliseconds()));
                return transaction.Execute(
                    "DELETE FROM result_job WHERE expires_at <= $now", ("$now", now.ToUnixTimeMilliseconds()));
            },
            cancellationToken);
    }
}
