using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Delivery;

/// <summary>The invocations that wait, and those that were given up, in the database.</summary>
internal sealed class DeliveryQueue(LocalDatabase database, TimeProvider time) : IOutbox
{
    /// <summary>The tables. Times are Unix milliseconds.</summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS deliveries (
            id         INTEGER PRIMARY KEY AUTOINCREMENT,
            function   TEXT    NOT NULL,
            payload    TEXT    NOT NULL,
            attempts   INTEGER NOT NULL DEFAULT 0,
            visible_at INTEGER NOT NULL,
            created_at INTEGER NOT NULL
        );
        CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (function, visible_at, id);
        CREATE TABLE IF NOT EXISTS dead_letters (
            id         INTEGER PRIMARY KEY,
            function   TEXT    NOT NULL,
            payload    TEXT    NOT NULL,
            attempts   INTEGER NOT NULL,
            error      TEXT    NOT NULL,
            created_at INTEGER NOT NULL,
            failed_at  INTEGER NOT NULL
        );
        """;

    private readonly SteadyClock _clock = new(time);

    // One pending signal says all there is to say: look again.
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The time that dues are compared with.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <inheritdoc/>
    public void Add(WriteTransaction transaction, string function, string payload, TimeSpan? delay = null)
    {
        transaction.Execute(
            """
            INSERT INTO deliveries (function, payload, visible_at, created_at)
            VALUES ($function, $payload, $visible, $created)
            """,
            ("$function", function),
            ("$payload", payload),
            ("$visible", (Now + (delay ?? TimeSpan.Zero)).ToUnixTimeMilliseconds()),
            ("$created", time.GetUtcNow().ToUnixTimeMilliseconds()));
        transaction.AfterCommit(Signal);
    }

    /// <summary>Has the reader of the queue look at it again.</summary>
    public void Signal() => _changed.Writer.TryWrite(true);

    /// <summary>Waits until there may be something new to do.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) =>
        _changed.Reader.ReadAsync(cancellationToken);

    /// <summary>
    /// Makes everything due that waits from a former run: the clock may have been set since, and nobody knows any more
    /// how long the rest of a wait is.
    /// </summary>
    public Task EndWaitsAsync(CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.Execute(
            "UPDATE deliveries SET visible_at = $now WHERE visible_at > $now", ("$now", Now.ToUnixTimeMilliseconds())),
        cancellationToken);

    /// <summary>How many invocations wait or run.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
            {
                using var command = connection.Command("SELECT count(*) FROM deliveries");
                return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
            },
            cancellationToken);

    /// <summary>The functions that something waits for.</summary>
    public Task<IReadOnlyList<string>> FunctionsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(
            connection =>
            {
                using var command = connection.Command("SELECT DISTINCT function FROM deliveries");
                using var reader = command.ExecuteReader();
                var functions = new List<string>();
                while (reader.Read())
                {
                    functions.Add(reader.GetString(0));
                }

                return functions;
            },
            cancellationToken);

    /// <summary>The deliveries of a function that come next, oldest first, due or not.</summary>
    public Task<IReadOnlyList<(PendingDelivery Delivery, DateTimeOffset Due)>> PeekAsync(
        string function, IReadOnlyCollection<long> except, int count, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<(PendingDelivery, DateTimeOffset)>>(
            connection =>
            {
                // What runs is still in the table, so as many more rows are read, and those that run left out.
                using var command = connection.Command(
                    """
                    SELECT id, payload, attempts, visible_at FROM deliveries
                    WHERE function = $function ORDER BY visible_at, id LIMIT $limit
                    """,
                    ("$function", function),
                    ("$limit", count + except.Count));
                using var reader = command.ExecuteReader();
                var found = new List<(PendingDelivery, DateTimeOffset)>();
                while (found.Count < count && reader.Read())
                {
                    if (!except.Contains(reader.GetInt64(0)))
                    {
                        var payload = Encoding.UTF8.GetBytes(reader.GetString(1));
                        var delivery = new PendingDelivery(reader.GetInt64(0), function, payload, reader.GetInt32(2));
                        found.Add((delivery, Time(reader, 3)));
                    }
                }

                return found;
            },
            cancellationToken);

    /// <summary>Removes a delivery that succeeded.</summary>
    public Task RemoveAsync(PendingDelivery delivery) =>
        database.WriteAsync(
            transaction => transaction.Execute("DELETE FROM deliveries WHERE id = $id", ("$id", delivery.Id)));

    /// <summary>Puts a failed delivery off.</summary>
    public Task RetryAsync(PendingDelivery delivery, TimeSpan delay) =>
        database.WriteAsync(transaction => transaction.Execute(
            "UPDATE deliveries SET attempts = attempts + 1, visible_at = $visible WHERE id = $id",
            ("$visible", (Now + delay).ToUnixTimeMilliseconds()),
            ("$id", delivery.Id)));

    /// <summary>Gives a failed delivery up: it becomes a dead letter.</summary>
    public Task GiveUpAsync(PendingDelivery delivery, string error) =>
        database.WriteAsync(transaction =>
        {
            transaction.Execute(
                """
                INSERT INTO dead_letters (id, function, payload, attempts, error, created_at, failed_at)
                SELECT id, function, payload, attempts + 1, $error, created_at, $now FROM deliveries WHERE id = $id
                """,
                ("$error", error),
                ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()),
                ("$id", delivery.Id));
            transaction.Execute("DELETE FROM deliveries WHERE id = $id", ("$id", delivery.Id));
        });

    /// <summary>All dead letters, the latest first.</summary>
    public Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<DeadLetter>>(
            connection =>
            {
                using var command = connection.Command(
                    """
                    SELECT id, function, payload, attempts, error, created_at, failed_at
                    FROM dead_letters ORDER BY failed_at DESC, id DESC
                    """);
                using var reader = command.ExecuteReader();
                var letters = new List<DeadLetter>();
                while (reader.Read())
                {
                    letters.Add(new DeadLetter(
                        reader.GetInt64(0),
                        reader.GetString(1),
                        reader.GetString(2),
                        reader.GetInt32(3),
                        reader.GetString(4),
                        Time(reader, 5),
                        Time(reader, 6)));
                }

                return letters;
            },
            cancellationToken);

    /// <summary>Puts all dead letters back, to be tried from the beginning.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> RedriveAsync(CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            transaction =>
            {
                transaction.Execute(
                    """
                    INSERT INTO deliveries (function, payload, visible_at, created_at)
                    SELECT function, payload, $now, created_at FROM dead_letters
                    """,
                    ("$now", Now.ToUnixTimeMilliseconds()));
                transaction.AfterCommit(Signal);
                return transaction.Execute("DELETE FROM dead_letters");
            },
            cancellationToken);

    private static DateTimeOffset Time(SqliteDataReader reader, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
}
