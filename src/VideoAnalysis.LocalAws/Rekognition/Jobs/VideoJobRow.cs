using System.Text.Json;
using Microsoft.Data.Sqlite;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>A job as a row of its table.</summary>
internal static class VideoJobRow
{
    /// <summary>The columns that <see cref="ReadAll"/> reads, in their order.</summary>
    public const string Columns =
        "number, id, operation, request, bucket, name, version, etag, tag, topic, status, status_message, metadata, " +
        "detections, deaths, audio";

    /// <summary>Runs a query of <see cref="Columns"/>, and ends it.</summary>
    public static IReadOnlyList<VideoJob> ReadAll(SqliteCommand query)
    {
        using var command = query;
        using var reader = command.ExecuteReader();
        var jobs = new List<VideoJob>();
        while (reader.Read())
        {
            jobs.Add(Read(reader));
        }

        return jobs;
    }

    private static VideoJob Read(SqliteDataReader reader) => new()
    {
        Number = reader.GetInt64(0),
        Id = reader.GetString(1),
        Operation = reader.GetString(2),
        Request = reader.GetString(3),
        Source = new(reader.GetString(4), reader.GetString(5), reader.GetNullableString(6)),
        ETag = reader.GetString(7),
        Tag = reader.GetNullableString(8),
        Topic = reader.GetNullableString(9),
        Status = VideoJobStatusNames.Parse(reader.GetString(10)),
        StatusMessage = reader.GetNullableString(11),
        Metadata = reader.GetNullableString(12) is { } metadata
            ? JsonSerializer.Deserialize(metadata, JobJson.Default.VideoMetadata)
            : null,
        Detections = reader.GetInt64(13),
        Deaths = reader.GetInt32(14),
        Audio = reader.GetNullableString(15) is { } audio
            ? JsonSerializer.Deserialize(audio, JobJson.Default.IReadOnlyListAudioTrack) ?? []
            : [],
    };
}
