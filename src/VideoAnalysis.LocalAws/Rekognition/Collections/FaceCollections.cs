using System.Runtime.InteropServices;
using System.Text.Json;
using VideoAnalysis.LocalAws.Rekognition.Protocol;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Rekognition.Collections;

/// <summary>The collections and their faces, as they are stored.</summary>
internal sealed class FaceCollections(LocalDatabase database, TimeProvider time)
{
    private const string Face = "number, face, vector";

    /// <summary>Makes a collection.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="model">The version of the model that will measure its faces.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False if there is one of that name.</returns>
    public Task<bool> CreateAsync(string id, string model, CancellationToken cancellationToken) => database.WriteAsync(
        transaction =>
        {
            using var command = transaction.Command(
                "INSERT OR IGNORE INTO rekognition_collections (id, created_at, model) VALUES ($id, $now, $model)",
                ("$id", id),
                ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()),
                ("$model", model));
            return command.ExecuteNonQuery() > 0;
        },
        cancellationToken);

    /// <summary>Removes a collection with all of its faces.</summary>
    /// <returns>False if there is none of that name.</returns>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) => database.FreeAsync(
        transaction =>
        {
            using var command = transaction.Command("DELETE FROM rekognition_collections WHERE id = $id", ("$id", id));
            return command.ExecuteNonQuery() > 0;
        },
        cancellationToken);

    /// <summary>
    /// What is known of a collection: its model's version, when it was made, and how many faces it has.
    /// </summary>
    /// <exception cref="RekognitionException">No collection has this name.</exception>
    public Task<(string Model, DateTimeOffset Created, long Faces)> DescribeAsync(
        string id, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            using var command = connection.Command(
                "SELECT model, created_at, (SELECT count(*) FROM rekognition_faces WHERE collection = $id) FROM " +
                "rekognition_collections WHERE id = $id",
                ("$id", id));
            using var reader = command.ExecuteReader();
            return reader.Read()
                ? (reader.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)), reader.GetInt64(2))
                : throw RekognitionException.CollectionNotFound(id);
        },
        cancellationToken);

    /// <summary>Collections by name, with the versions of their models.</summary>
    /// <param name="position">How many are passed over.</param>
    /// <param name="count">How many are wanted at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<(string Id, string Model)>> ListAsync(
        long position, int count, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                using var command = connection.Command(
                    "SELECT id, model FROM rekognition_collections ORDER BY id LIMIT $count OFFSET $position",
                    ("$count", count),
                    ("$position", position));
                using var reader = command.ExecuteReader();
                var found = new List<(string, string)>();
                while (reader.Read())
                {
                    found.Add((reader.GetString(0), reader.GetString(1)));
                }

                return found;
            },
            cancellationToken);

    /// <summary>
    /// Adds the faces of a picture. What was added of the same picture under the same name is not added again.
    /// </summary>
    /// <param name="id">The collection.</param>
    /// <param name="picture">Tells the picture from others: a digest.</param>
    /// <param name="faces">Its faces, the largest first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The faces as they are stored: those that were there before keep their ids.</returns>
    /// <exception cref="RekognitionException">There is no such collection.</exception>
    public Task<List<CollectionFace>> AddAsync(
        string id, string picture, IReadOnlyList<PlacedFace> faces, CancellationToken cancellationToken) =>
            database.WriteAsync(
        transaction =>
        {
            if (!Exists(transaction, id))
            {
                throw RekognitionException.CollectionNotFound(id);
            }

            return faces.Select(face =>
                Before(transaction, id, picture, face) ?? Insert(transaction, id, picture, face)).ToList();
        },
        cancellationToken);

    /// <summary>Faces of a collection in the order in which they were added.</summary>
    /// <param name="id">The collection.</param>
    /// <param name="after">The number of the last face before them.</param>
    /// <param name="count">How many are wanted at most; all if negative.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<(long Number, KnownFace Face)>> FacesAsync(
        string id, long after, int count, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            using var command = connection.Command(
                $"SELECT {Face} FROM rekognition_faces WHERE collection = $id AND number > $after ORDER BY number " +
                "LIMIT $count",
                ("$id", id),
                ("$after", after),
                ("$count", count));
            using var reader = command.ExecuteReader();
            var found = new List<(long, KnownFace)>();
            while (reader.Read())
            {
                found.Add((reader.GetInt64(0), new(
                    Parse(reader.GetString(1)),
                    MemoryMarshal.Cast<byte, float>(reader.GetFieldValue<byte[]>(2)).ToArray())));
            }

            return found;
        },
        cancellationToken);

    /// <summary>Removes faces.</summary>
    /// <returns>The ids of those that were there.</returns>
    public Task<List<string>> RemoveAsync(
        string id, IReadOnlyList<string> faceIds, CancellationToken cancellationToken) =>
        database.FreeAsync(
            transaction => faceIds.Where(faceId =>
            {
                using var command = transaction.Command(
                    "DELETE FROM rekognition_faces WHERE collection = $collection AND id = $id",
                    ("$collection", id),
                    ("$id", faceId));
                return command.ExecuteNonQuery() > 0;
            }).ToList(),
            cancellationToken);

    private static bool Exists(WriteTransaction transaction, string id)
    {
        using var command = transaction.Command("SELECT 1 FROM rekognition_collections WHERE id = $id", ("$id", id));
        return command.ExecuteScalar() is not null;
    }

    private static CollectionFace? Before(WriteTransaction transaction, string id, string picture, PlacedFace placed)
    {
        using var command = transaction.Command(
            "SELECT face FROM rekognition_faces WHERE collection = $id AND picture = $picture AND place = $place " +
            "AND external_id IS $external",
            ("$id", id),
            ("$picture", picture),
            ("$place", placed.Place),
            ("$external", placed.Known.Face.ExternalImageId));
        return command.ExecuteScalar() is string json ? Parse(json) : null;
    }

    private static CollectionFace Insert(WriteTransaction transaction, string id, string picture, PlacedFace placed)
    {
        var face = placed.Known.Face;
        transaction.Execute(
            """
            INSERT INTO rekognition_faces (collection, id, image, external_id, face, picture, place, vector)
            VALUES ($collection, $id, $image, $external, $face, $picture, $place, $vector)
            """,
            ("$collection", id),
            ("$id", face.FaceId),
            ("$image", face.ImageId),
            ("$external", face.ExternalImageId),
            ("$face", JsonSerializer.Serialize(face, CollectionJson.Default.CollectionFace)),
            ("$picture", picture),
            ("$place", placed.Place),
            ("$vector", MemoryMarshal.AsBytes(placed.Known.Embedding.AsSpan()).ToArray()));
        return face;
    }

    private static CollectionFace Parse(string json) =>
        JsonSerializer.Deserialize(json, CollectionJson.Default.CollectionFace)
        ?? throw new InvalidDataException("A stored face is null.");
}
