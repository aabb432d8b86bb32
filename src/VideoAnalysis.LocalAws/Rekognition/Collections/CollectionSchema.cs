namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>
/// The tables of collections. A face's embedding is biometric data: it goes with its face or its collection.
/// </summary>
internal static class CollectionSchema
{
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS rekognition_collections (
            id         TEXT    PRIMARY KEY,
            created_at INTEGER NOT NULL,
            model      TEXT    NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS rekognition_faces (
            number      INTEGER PRIMARY KEY AUTOINCREMENT,
            collection  TEXT    NOT NULL REFERENCES rekognition_collections (id) ON DELETE CASCADE,
            id          TEXT    NOT NULL UNIQUE,
            image       TEXT    NOT NULL,
            external_id TEXT,
            face        TEXT    NOT NULL,
            picture     TEXT    NOT NULL,
            place       INTEGER NOT NULL,
            vector      BLOB    NOT NULL
        );
        CREATE INDEX IF NOT EXISTS rekognition_faces_collection ON rekognition_faces (collection, number);
        """;
}
