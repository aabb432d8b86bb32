using System.Runtime.InteropServices;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>
/// What the engine knows of a job's detections beyond what the service tells: where the picture cuts, and how alike
/// detections are. It is removed together with the job.
/// </summary>
internal sealed class JobEvidence(LocalDatabase database)
{
    /// <summary>The hard cuts of the video, in order: the times of the first frames after them, in milliseconds.</summary>
    /// <param name="jobId">The job; one that is unknown has none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<long>> CutsAsync(string jobId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<long>>(
            connection =>
            {
                using var command = connection.Command(
                    """
                    SELECT timestamp FROM rekognition_cuts
                    WHERE job = (SELECT number FROM rekognition_jobs WHERE id = $id AND status = 'SUCCEEDED')
                    ORDER BY timestamp
                    """,
                    ("$id", jobId));
                using var reader = command.ExecuteReader();
                var cuts = new List<long>();
                while (reader.Read())
                {
                    cuts.Add(reader.GetInt64(0));
                }

                return cuts;
            },
            cancellationToken);

    /// <summary>The embeddings of a run of a job's detections.</summary>
    /// <param name="jobId">The job; one that is unknown has none.</param>
    /// <param name="position">The first detection's position, from 0, in the order in which the service tells them.</param>
    /// <param name="count">How many detections.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One for each of them; empty where a detection has none, or there is no such detection.</returns>
    public Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbeddingsAsync(
        string jobId, long position, int count, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ReadOnlyMemory<float>>>(
            connection =>
            {
                using var command = connection.Command(
                    """
                    SELECT position, vector FROM rekognition_embeddings
                    WHERE job = (SELECT number FROM rekognition_jobs WHERE id = $id AND status = 'SUCCEEDED')
                        AND position >= $position AND position < $end
                    """,
                    ("$id", jobId),
                    ("$position", position),
                    ("$end", position + count));
                using var reader = command.ExecuteReader();
                var embeddings = new ReadOnlyMemory<float>[count];
                while (reader.Read())
                {
                    var vector = MemoryMarshal.Cast<byte, float>(reader.GetFieldValue<byte[]>(1)).ToArray();
                    embeddings[reader.GetInt64(0) - position] = vector;
                }

                return embeddings;
            },
            cancellationToken);
}
