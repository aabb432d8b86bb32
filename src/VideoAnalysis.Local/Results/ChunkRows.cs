using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using VideoAnalysis.Jobs;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Results;

namespace VideoAnalysis.Local.Results;

/// <summary>The rows of chunks.</summary>
internal sealed class ChunkRows(LocalDatabase database, TimeProvider time)
{
    /// <summary>So many heads are in memory at a time: about what a query of DynamoDB gives.</summary>
    private const int PageSize = 500;

    private const string IsOfJob = "key = $key AND analysis = $analysis AND token = $token";

    public Task SaveAsync(
        string key, JobTag tag, DetectionChunk chunk, DateTimeOffset? expiresAt, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.Execute(
                """
                INSERT OR REPLACE INTO result_chunk
                    (key, analysis, token, sequence, from_ms, to_ms, count, expires_at, columns, body)
                VALUES ($key, $analysis, $token, $sequence, $from, $to, $count, $expiresAt, $columns, $body)
                """,
                ("$key", key),
                ("$analysis", tag.Analysis),
                ("$token", tag.Token.Value),
                ("$sequence", chunk.Head.Sequence),
                ("$from", chunk.Head.From),
                ("$to", chunk.Head.To),
                ("$count", chunk.Head.Count),
                ("$expiresAt", expiresAt?.ToUnixTimeMilliseconds()),
                ("$columns", chunk.Head.Index.ToArray()),
                ("$body", chunk.Body.ToArray())),
            cancellationToken);

    public async IAsyncEnumerable<ChunkHead> ReadHeadsAsync(
        ChunkRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = range.FirstSequence;
        List<ChunkHead> page;
        do
        {
            page = await database.ReadAsync(connection => ReadPage(connection, range, first), cancellationToken);
            foreach (var head in page)
            {
                yield return head;
                first = head.Sequence + 1;
            }
        }
        while (page.Count == PageSize);
    }

    public async IAsyncEnumerable<byte[]?> ReadBodiesAsync(
        string key,
        JobTag tag,
        IReadOnlyList<int> sequences,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var sequence in sequences)
        {
            yield return await database.ReadAsync(
                connection => FindBody(connection, key, tag, sequence), cancellationToken);
        }
    }

    public Task DeleteAsync(string key, JobTag tag, CancellationToken cancellationToken) =>
        database.FreeAsync(
            transaction => transaction.Execute(
                $"DELETE FROM result_chunk WHERE {IsOfJob}",
                ("$key", key),
                ("$analysis", tag.Analysis),
                ("$token", tag.Token.Value)),
            cancellationToken);

    private List<ChunkHead> ReadPage(SqliteConnection connection, ChunkRange range, int first)
    {
        using var command = connection.Command(
            $"""
            SELECT sequence, from_ms, to_ms, count, columns FROM result_chunk
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
        var heads = new List<ChunkHead>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            heads.Add(new(
                reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt32(3),
                reader.GetFieldValue<byte[]>(4)));
        }

        return heads;
    }

    private byte[]? FindBody(SqliteConnection connection, string key, JobTag tag, int sequence)
    {
        using var command = connection.Command(
            $"""
            SELECT body FROM result_chunk
            WHERE {IsOfJob} AND sequence = $sequence AND (expires_at IS NULL OR expires_at > $now)
            """,
            ("$key", key),
            ("$analysis", tag.Analysis),
            ("$token", tag.Token.Value),
            ("$sequence", sequence),
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        return command.ExecuteScalar() as byte[];
    }
}
