using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using VideoAnalysis.Appearances;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>
/// What the engine knows of a job's detections beyond what the service tells: where the picture cuts, and how alike
/// detections are. It is removed together with the job.
/// </summary>
internal sealed class JobEvidence(LocalDatabase database) : IAppearanceEvidence
{
    /// <inheritdoc/>
    public Task<AppearanceEvidence> ReadAsync(string jobId, EvidenceQuery query, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => FindJob(connection, jobId) is var (number, knowsCuts)
                ? new AppearanceEvidence
                {
                    Cuts = knowsCuts ? ReadCuts(connection, number, query) : null,
                    CutsFrom = query.From,
                    CutsTo = query.To,
                    Embeddings = HasEmbeddings(connection, number) ? ReadEmbeddings(connection, number, query) : null,
                }
                : AppearanceEvidence.None,
            cancellationToken);

    private static (long Number, bool KnowsCuts)? FindJob(SqliteConnection connection, string jobId)
    {
        using var command = connection.Command(
            "SELECT number, knows_cuts FROM rekognition_jobs WHERE id = $id AND status = 'SUCCEEDED'", ("$id", jobId));
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetBoolean(1)) : null;
    }

    private static List<long> ReadCuts(SqliteConnection connection, long job, EvidenceQuery query)
    {
        using var command = connection.Command(
            "SELECT timestamp FROM rekognition_cuts WHERE job = $job AND timestamp > $from AND timestamp <= $to " +
            "ORDER BY timestamp",
            ("$job", job),
            ("$from", query.From),
            ("$to", query.To));
        using var reader = command.ExecuteReader();
        var cuts = new List<long>();
        while (reader.Read())
        {
            cuts.Add(reader.GetInt64(0));
        }

        return cuts;
    }

    private static bool HasEmbeddings(SqliteConnection connection, long job)
    {
        using var command =
            connection.Command("SELECT 1 FROM rekognition_embeddings WHERE job = $job LIMIT 1", ("$job", job));
        return command.ExecuteScalar() is not null;
    }

    private static Dictionary<long, float[]?> ReadEmbeddings(SqliteConnection connection, long job, EvidenceQuery query)
    {
        var embeddings = query.Detections.Distinct().ToDictionary(position => position, _ => (float[]?)null);
        var positions = string.Join(',', embeddings.Keys.Select(each => each.ToString(CultureInfo.InvariantCulture)));
        using var command = connection.Command(
            "SELECT position, vector FROM rekognition_embeddings WHERE job = $job AND position IN (SELECT value " +
            "FROM json_each($positions))",
            ("$job", job),
            ("$positions", $"[{positions}]"));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            embeddings[reader.GetInt64(0)] = MemoryMarshal.Cast<byte, float>(reader.GetFieldValue<byte[]>(1)).ToArray();
        }

        return embeddings;
    }
}
