using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VideoAnalysis.LocalAws.Storage;

/// <summary>
/// The SQLite file of the local stack. Writers take turns within the process, so that none of them ever meets a busy
/// database; readers see the last commit and wait for nobody.
/// </summary>
/// <remarks>
/// Write-ahead log with <c>synchronous=FULL</c>: an answer that promises something (an object is stored, a delivery
/// is accepted) is given after the commit, and the commit must then survive a power cut, not only a killed process.
/// That costs one fsync a commit, little beside the fsync of the object's own file.
/// </remarks>
internal sealed class LocalDatabase : IDisposable
{
    /// <summary>The layout of the file. Raise it with a change that <c>IF NOT EXISTS</c> cannot make.</summary>
    private const int Version = 3;

    private readonly DataFolder _folder;
    private readonly string _connectionString;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SqliteConnection _writer;

    /// <summary>Opens the database of a data folder, and brings its tables up to date.</summary>
    /// <exception cref="InvalidDataException">Another version of this program made it.</exception>
    public LocalDatabase(DataFolder folder, IEnumerable<SchemaPart> schema)
    {
        _folder = folder;
        DataFolder.Prepare(folder.DatabaseFile);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = folder.DatabaseFile }.ToString();
        _writer = Open();
        try
        {
            Execute(_writer, "PRAGMA journal_mode = WAL");
            CheckVersion(folder);
            foreach (var part in schema)
            {
                Execute(_writer, part.Sql);
            }
        }
        catch
        {
            _writer.Dispose();
            throw;
        }
    }

    /// <summary>Runs a query on the last committed state.</summary>
    /// <remarks>Read everything that is needed before returning: the connection closes behind the query.</remarks>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> query, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // SQLite has no asynchronous calls; a query here is short, and runs where it is asked for.
        using var connection = Open();
        return Task.FromResult(query(connection));
    }

    /// <summary>Runs <paramref name="work"/> in a transaction: all of it is kept, or with an exception none.</summary>
    /// <remarks>
    /// Keep it short, and do nothing in it that waits: other writers stand in line. What is to follow a commit goes
    /// to <see cref="WriteTransaction.AfterCommit"/>.
    /// </remarks>
    public async Task<T> WriteAsync<T>(Func<WriteTransaction, T> work, CancellationToken cancellationToken = default)
    {
        T result;
        WriteTransaction transaction;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            using var inner = _writer.BeginTransaction();
            transaction = new WriteTransaction(inner);
            result = work(transaction);
            inner.Commit();
        }
        finally
        {
            _turn.Release();
        }

        transaction.Committed();
        return result;
    }

    /// <summary>
    /// <see cref="WriteAsync{T}"/> for work that gives space back: it is done on a full disk too, with the space that
    /// the data folder keeps in reserve.
    /// </summary>
    public async Task<T> FreeAsync<T>(Func<WriteTransaction, T> work, CancellationToken cancellationToken = default)
    {
        T result;
        try
        {
            result = await WriteAsync(work, cancellationToken);
        }
        catch (SqliteException e) when (e.IsDiskFull() && _folder.ReleaseReserve())
        {
            result = await WriteAsync(work, cancellationToken);
        }

        _folder.KeepReserve();
        return result;
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Action<WriteTransaction> work, CancellationToken cancellationToken = default) =>
        WriteAsync(
            transaction =>
            {
                work(transaction);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        // A request that was cut off may still be writing. Whoever comes after finds the connection closed.
        _turn.Wait();
        try
        {
            _writer.Dispose();
        }
        finally
        {
            _turn.Release();
        }

        // Pooled readers keep the file open; the folder may be about to be removed or taken over.
        using var pool = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(pool);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();

        // Both settings belong to a connection, not to the file.
        Execute(connection, "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON");
        return connection;
    }

    private void CheckVersion(DataFolder folder)
    {
        using var command = _writer.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var found = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (found != 0 && found != Version)
        {
            var which = found > Version ? "a newer" : "an older";
            throw new InvalidDataException(
                $"The data folder {folder.Root} was made by {which} version of this program (its layout is {found}, " +
                $"this program has {Version}). Use that version, or another folder.");
        }

        Execute(_writer, $"PRAGMA user_version = {Version}");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of the components.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
