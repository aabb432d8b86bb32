using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using VideoAnalysis.Jobs;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Results;

namespace VideoAnalysis.Local.Results;

/// <summary>The rows of chunks.</summary>
internal sealed class ChunkRows(LocalDatabase database, TimeProvider time)
{
    /// <summary>So much is in memory at a time: about what a query of DynamoDB gives.</summary>
    private const int PageSize = 10;

    private const string IsOfJob = "key = $key AND analysis = $analysis AND token = $token";

    public Task SaveAsync(
        string key, JobTag tag, DetectionChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.Execute(
                """
                INSERT OR REPLACE INTO result_chunk
                    (key, analysis, token, sequence, from_ms, to_ms, count, expires_at, data)
                VALUES ($key, $analysis, $token, $sequence, $from, $to, $count, $expiresAt, $data)
                """,
                ("$key", key),
                ("$analysis", tag.Analysis),
                ("$token", tag.Token.Value),
                ("$sequence", chunk.Sequence),
                ("$from", chunk.From),
                ("$to", chunk.To),
                ("$count", chunk.Count),
                ("$expiresAt", expiresAt?.ToUnixTimeMilliseconds()),
                ("$data", chunk.Data.ToArray())),
            cancellationToken);

    public async IAsyncEnumerable<DetectionChunk> ReadAsync(
        ChunkRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = range.FirstSequence;
        List<DetectionChunk> page;
        do
        {
            page = await database.ReadAsync(connection => ReadPage(connection, range, first), cancellationToken);
            foreach (var chunk in page)
            {
                yield return chunk;
                first = chunk.Sequence + 1;
            }
        }
        while (page.Count == PageSize);
    }

    public Task DeleteAsync(string key, JobTag tag, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.Execute(
                $"DELETE FROM result_chunk WHERE {IsOfJob}",
                ("$key", key),
                ("$analysis", tag.Analysis),
                ("$token", tag.Token.Value)),
            cancellationToken);

    private List<DetectionChunk> ReadPage(SqliteConnection connection, ChunkRange range, int first)
    {
        using var command = connection.Command(
            $"""
            SELECT sequence, from_ms, to_ms, count, data FROM result_chunk
            WHERE {IsOfJob} AND sequence >= $first AND to_ms >= $from AND from_ms <= $to AND $from <= $to
                AND (expires_at IS NULL OR expires_at > $now)
            ORDER BY sequence LIMIT $limit
            """,
            ("$key", range.Key),
            ("$analysis", range.Tag.Analysis),
            ("$token", range.Tag.Token.Value),
            ("$first", first),
            ("$from", range.From),
            ("$to", range.To),
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()),
            ("$limit", PageSize));
        var chunks = new List<DetectionChunk>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            chunks.Add(new(
                reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt32(3), reader.GetFieldValue<byte[]>(4)));
        }

        return chunks;
    }
}
