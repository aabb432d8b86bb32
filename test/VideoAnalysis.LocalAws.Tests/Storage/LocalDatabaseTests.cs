using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Tests.Storage;

public sealed class LocalDatabaseTests : IDisposable
{
    private static readonly SchemaPart Numbers = new("numbers", "CREATE TABLE IF NOT EXISTS numbers (n INTEGER)");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task What_is_committed_is_there_after_a_restart()
    {
        using (var folder = DataFolder.Open(_temporary.Path))
        using (var database = new LocalDatabase(folder, [Numbers]))
        {
            await database.WriteAsync(transaction => transaction.Execute("INSERT INTO numbers VALUES (7)"), Token);
        }

        using var again = DataFolder.Open(_temporary.Path);
        using var reopened = new LocalDatabase(again, [Numbers]);
        Assert.Equal(7, await reopened.ReadAsync(ReadNumber, Token));
    }

    [Fact]
    public async Task Nothing_of_a_failed_transaction_is_kept_and_nothing_follows_it()
    {
        using var folder = DataFolder.Open(_temporary.Path);
        using var database = new LocalDatabase(folder, [Numbers]);
        var followed = false;

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(transaction =>
        {
            transaction.Execute("INSERT INTO numbers VALUES (7)");
            transaction.AfterCommit(() => followed = true);
            throw new InvalidOperationException();
        }, Token));

        Assert.Null(await database.ReadAsync(ReadNumber, Token));
        Assert.False(followed);
    }

    [Fact]
    public async Task Writers_take_turns_and_none_is_lost()
    {
        using var folder = DataFolder.Open(_temporary.Path);
        using var database = new LocalDatabase(folder, [Numbers]);
        await database.WriteAsync(transaction => transaction.Execute("INSERT INTO numbers VALUES (0)"), Token);

        await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => database.WriteAsync(Increment, Token), Token)));

        Assert.Equal(50, await database.ReadAsync(ReadNumber, Token));
    }

    [Fact]
    public void A_folder_in_use_is_refused_with_the_process_that_has_it()
    {
        using var folder = DataFolder.Open(_temporary.Path);

        var refusal = Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(_temporary.Path));

        Assert.Contains(_temporary.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"(id {Environment.ProcessId})", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99, "a newer version")]
    [InlineData(1, "an older version")]
    public async Task A_folder_of_another_version_is_refused_and_left_alone(int layout, string which)
    {
        using var folder = DataFolder.Open(_temporary.Path);
        using (var database = new LocalDatabase(folder, []))
        {
            await database.WriteAsync(transaction => transaction.Execute($"PRAGMA user_version = {layout}"), Token);
        }

        var refusal = Assert.Throws<InvalidDataException>(() => new LocalDatabase(folder, [Numbers]));

        Assert.Contains(which, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_full_disk_things_can_be_deleted_with_the_space_in_reserve()
    {
        using var folder = DataFolder.Open(_temporary.Path);
        using var database = new LocalDatabase(folder, [Numbers]);
        await database.WriteAsync(transaction => transaction.Execute("INSERT INTO numbers VALUES (7)"), Token);
        var reserve = Path.Combine(_temporary.Path, "reserve");
        var found = new List<bool>();

        await database.FreeAsync(
            transaction =>
            {
                found.Add(File.Exists(reserve));
                return File.Exists(reserve) ? throw new SqliteException("full", 13)
                    : transaction.Execute("DELETE FROM numbers");
            },
            Token);

        Assert.Equal([true, false], found);
        Assert.Null(await database.ReadAsync(ReadNumber, Token));
        Assert.True(File.Exists(reserve));
    }

    [Fact]
    public async Task Without_space_in_reserve_a_full_disk_is_said_to_be_full()
    {
        using var folder = DataFolder.Open(_temporary.Path);
        using var database = new LocalDatabase(folder, [Numbers]);
        Assert.True(folder.ReleaseReserve());

        await Assert.ThrowsAsync<SqliteException>(
            () => database.FreeAsync<int>(_ => throw new SqliteException("full", 13), Token));
    }

    private static void Increment(WriteTransaction transaction)
    {
        using var read = transaction.Command("SELECT n FROM numbers");
        var n = Convert.ToInt32(read.ExecuteScalar(), CultureInfo.InvariantCulture);
        transaction.Execute("UPDATE numbers SET n = $n", ("$n", n + 1));
    }

    private static int? ReadNumber(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT n FROM numbers");
        return command.ExecuteScalar() is { } n ? Convert.ToInt32(n, CultureInfo.InvariantCulture) : null;
    }
}
