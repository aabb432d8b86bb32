using Microsoft.Data.Sqlite;

namespace VideoAnalysis.LocalAws.Storage;

/// <summary>Tells what the machine has run out of from other failures.</summary>
internal static class Exhaustion
{
    /// <summary>ENOSPC, which .NET passes on from Unix as it is.</summary>
    private const int NoSpaceLeft = 28;

    /// <summary>ENFILE and EMFILE.</summary>
    private const int TooManyInSystem = 23;
    private const int TooManyInProcess = 24;

    /// <summary>SQLITE_FULL.</summary>
    private const int SqliteFull = 13;

    /// <summary>
    /// SQLITE_CANTOPEN, which is what SQLite says of a file that it may not open for lack of handles.
    /// </summary>
    private const int SqliteCannotOpen = 14;

    /// <summary>Whether an exception says that the disk is full.</summary>
    public static bool IsDiskFull(this Exception exception) =>
        exception is IOException { HResult: NoSpaceLeft } or SqliteException { SqliteErrorCode: SqliteFull };

    /// <summary>Whether an exception says that too many files are open.</summary>
    public static bool IsOutOfFiles(this Exception exception) =>
        exception is IOException { HResult: TooManyInSystem or TooManyInProcess }
            or SqliteException { SqliteErrorCode: SqliteCannotOpen };
}
