using Microsoft.Data.Sqlite;

namespace VideoAnalysis.LocalAws.Storage;

/// <summary>One turn of writing: see <see cref="LocalDatabase.WriteAsync{T}"/>.</summary>
internal sealed class WriteTransaction(SqliteTransaction transaction)
{
    private List<Action>? _afterCommit;

    /// <summary>The connection that the turn owns.</summary>
    public SqliteConnection Connection { get; } = transaction.Connection
        ?? throw new ArgumentException("The transaction has ended.", nameof(transaction));

    /// <summary>A command within this transaction.</summary>
    public SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Connection.Command(sql, parameters);
        command.Transaction = transaction;
        return command;
    }

    /// <summary>Executes a statement within this transaction.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>Has something done once the transaction is durable; never, if it fails.</summary>
    public void AfterCommit(Action action) => (_afterCommit ??= []).Add(action);

    /// <summary>Does what waited for the commit.</summary>
    internal void Committed() => _afterCommit?.ForEach(static action => action());
}
