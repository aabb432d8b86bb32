namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>
/// The tables of jobs. Times are Unix milliseconds, times within a video milliseconds from its start.
/// </summary>
internal static class JobSchema
{
    /// <summary>
    /// <c>request</c> is the request as validated, in one spelling; the metadata of the video and of its audio are
    /// JSON. <c>running</c> is set while a process works on the job: whoever finds it set at its start knows that a
    /// process died meanwhile. <c>suspect</c> is set from then on; the last three columns belong to such jobs (see
    /// <see cref="JobQueue"/>).
    /// </summary>
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS rekognition_jobs (
            number         INTEGER PRIMARY KEY AUTOINCREMENT,
            id             TEXT    NOT NULL UNIQUE,
            operation      TEXT    NOT NULL,
            token          TEXT,
            request        TEXT    NOT NULL,
            bucket         TEXT    NOT NULL,
            name           TEXT    NOT NULL,
            version        TEXT,
            etag           TEXT    NOT NULL,
            tag            TEXT,
            topic          TEXT,
            status         TEXT    NOT NULL,
            status_message TEXT,
            metadata       TEXT,
            audio          TEXT,
            detections     INTEGER NOT NULL DEFAULT 0,
            knows_cuts     INTEGER NOT NULL DEFAULT 0,
            created_at     INTEGER NOT NULL,
            completed_at   INTEGER,
            running        INTEGER NOT NULL DEFAULT 0,
            suspect        INTEGER NOT NULL DEFAULT 0,
            reached        INTEGER NOT NULL DEFAULT 0,
            died_at        INTEGER NOT NULL DEFAULT 0,
            deaths         INTEGER NOT NULL DEFAULT 0
        );
        CREATE UNIQUE INDEX IF NOT EXISTS rekognition_jobs_token ON rekognition_jobs (operation, token)
            WHERE token IS NOT NULL;
        CREATE INDEX IF NOT EXISTS rekognition_jobs_unfinished ON rekognition_jobs (number)
            WHERE status = 'IN_PROGRESS';
        CREATE INDEX IF NOT EXISTS rekognition_jobs_finished ON rekognition_jobs (completed_at)
            WHERE completed_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS rekognition_detections (
            job      INTEGER NOT NULL REFERENCES rekognition_jobs (number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            json     TEXT    NOT NULL,
            PRIMARY KEY (job, position)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS rekognition_embeddings (
            job      INTEGER NOT NULL REFERENCES rekognition_jobs (number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            vector   BLOB    NOT NULL,
            PRIMARY KEY (job, position)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS rekognition_cuts (
            job       INTEGER NOT NULL REFERENCES rekognition_jobs (number) ON DELETE CASCADE,
            timestamp INTEGER NOT NULL,
            PRIMARY KEY (job, timestamp)
        ) WITHOUT ROWID;
        """;
}
