using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.Local.Results;

/// <summary>The tables of jobs and of their detections. Times are milliseconds since 1970.</summary>
internal static class ResultsSchema
{
    /// <summary>To be registered with the database.</summary>
    public static SchemaPart Part { get; } = new("results", Sql);

    /// <summary>
    /// Expired rows are gone for readers at once; <c>expires_at</c> is indexed so that removing them later is cheap.
    /// The body of a chunk is its last column: SQLite reads no further than to the last column that is asked for.
    /// </summary>
    private const string Sql =
        """
        CREATE TABLE IF NOT EXISTS result_job (
            key TEXT NOT NULL,
            analysis TEXT NOT NULL,
            revision INTEGER NOT NULL,
            status TEXT NOT NULL,
            uploaded_at INTEGER NOT NULL,
            key_hash TEXT NOT NULL,
            due_at INTEGER,
            expires_at INTEGER,
            document TEXT NOT NULL,
            PRIMARY KEY (key, analysis)
        );
        CREATE INDEX IF NOT EXISTS result_job_by_upload
            ON result_job (uploaded_at, key_hash, analysis) WHERE status <> 'DELETED';
        CREATE INDEX IF NOT EXISTS result_job_by_due ON result_job (due_at) WHERE due_at IS NOT NULL;
        CREATE INDEX IF NOT EXISTS result_job_by_expiry ON result_job (expires_at) WHERE expires_at IS NOT NULL;

        CREATE TABLE IF NOT EXISTS result_chunk (
            key TEXT NOT NULL,
            analysis TEXT NOT NULL,
            token TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            from_ms INTEGER NOT NULL,
            to_ms INTEGER NOT NULL,
            count INTEGER NOT NULL,
            expires_at INTEGER,
            columns BLOB NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (key, analysis, token, sequence)
        );
        CREATE INDEX IF NOT EXISTS result_chunk_by_expiry ON result_chunk (expires_at) WHERE expires_at IS NOT NULL;

        CREATE TABLE IF NOT EXISTS result_appearances (
            key TEXT NOT NULL,
            analysis TEXT NOT NULL,
            token TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            size INTEGER NOT NULL,
            expires_at INTEGER,
            body BLOB NOT NULL,
            PRIMARY KEY (key, analysis, token, sequence)
        );
        CREATE INDEX IF NOT EXISTS result_appearances_by_expiry
            ON result_appearances (expires_at) WHERE expires_at IS NOT NULL;
        """;
}
