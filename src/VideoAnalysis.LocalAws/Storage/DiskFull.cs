using Microsoft.Data.Sqlite;

namespace VideoAnalysis.LocalAws.Storage;

/// <summary>Tells a full disk from other failures.</summary>
internal static class DiskFull
{
    /// <summary>ENOSPC, which .NET passes on from Unix as it is.</summary>
    private const int NoSpaceLeft = 28;

    /// <summary>SQLITE_FULL.</summary>
    private const int SqliteFull = 13;

    /// <summary>Whether the disk being full is what an exception says.</summary>
    public static bool IsDiskFull(this Exception exception) =>
        exception is IOException { HResult: NoSpaceLeft } or SqliteException { SqliteErrorCode: SqliteFull };
}
