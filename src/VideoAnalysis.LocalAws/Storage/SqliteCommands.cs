using Microsoft.Data.Sqlite;

namespace VideoAnalysis.LocalAws.Storage;

/// <summary>Less ceremony for commands with parameters.</summary>
internal static class SqliteCommands
{
    /// <summary>A command with named parameters (<c>$name</c>); null becomes SQL's NULL.</summary>
    public static SqliteCommand Command(
        this SqliteConnection connection,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements are constants; what comes from outside is always a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>The column's text, or null.</summary>
    public static string? GetNullableString(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
