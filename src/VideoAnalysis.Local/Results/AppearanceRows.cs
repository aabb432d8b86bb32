using System.Runtime.CompilerServices;
using VideoAnalysis.Jobs;
using VideoAnalysis.LocalAws.Storage;
using VideoAnalysis.Results;

namespace VideoAnalysis.Local.Results;

/// <summary>The rows of appearances.</summary>
internal sealed class AppearanceRows(LocalDatabase database, TimeProvider time)
{
    private const string IsOfJob = "key = $key AND analysis = $analysis AND token = $token";

    public Task SaveAsync(
        string key, JobTag tag, AppearanceChunk chunk, DateTimeOffset? expiresAt,
        CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.Execute(
                """
                INSERT OR REPLACE INTO result_appearances (key, analysis, token, sequence, size, expires_at, body)
                VALUES ($key, $analysis, $token, $sequence, $size, $expiresAt, $body)
                """,
                ("$key", key),
                ("$analysis", tag.Analysis),
                ("$token", tag.Token.Value),
                ("$sequence", chunk.Sequence),
                ("$size", chunk.Size),
                ("$expiresAt", expiresAt?.ToUnixTimeMilliseconds()),
                ("$body", chunk.Body.ToArray())),
            cancellationToken);

    public async IAsyncEnumerable<AppearanceChunk> ReadAsync(
        string key, JobTag tag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunks = await database.ReadAsync(
            connection =>
            {
                using var command = connection.Command(
                    $"""
                    SELECT sequence, size, body FROM result_appearances
                    WHERE {IsOfJob} AND (expires_at IS NULL OR expires_at > $now) ORDER BY sequence
                    """,
                    ("$key", key),
                    ("$analysis", tag.Analysis),
                    ("$token", tag.Token.Value),
                    ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
                using var reader = command.ExecuteReader();
                var found = new List<AppearanceChunk>();
                while (reader.Read())
                {
                    found.Add(new(reader.GetInt32(0), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2)));
                }

                return found;
            },
            cancellationToken);
        foreach (var chunk in chunks)
        {
            yield return chunk;
        }
    }

    public Task DeleteAsync(string key, JobTag tag, CancellationToken cancellationToken) =>
        database.FreeAsync(
            transaction => transaction.Execute(
                $"DELETE FROM result_appearances WHERE {IsOfJob}",
                ("$key", key),
                ("$analysis", tag.Analysis),
                ("$token", tag.Token.Value)),
            cancellationToken);
}
