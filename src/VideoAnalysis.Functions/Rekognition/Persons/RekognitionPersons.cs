using System.Runtime.CompilerServices;
using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using VideoAnalysis.Analyses.Persons;

namespace VideoAnalysis.Functions.Rekognition.Persons;

/// <summary>Keeps the faces of known persons in a collection of Rekognition.</summary>
/// <param name="client">The client.</param>
/// <param name="collectionId">The collection; null where none is named.</param>
internal sealed class RekognitionPersons(IAmazonRekognition client, string? collectionId) : IPersonRegister
{
    /// <summary>
    /// The most that <c>ListFaces</c> returns, and that <c>DeleteFaces</c> takes (Rekognition API reference).
    /// </summary>
    private const int MaxFaces = 4096;

    /// <summary>Why <c>DeleteFaces</c> leaves a face that is gone already.</summary>
    private const string FaceNotFound = "FACE_NOT_FOUND";

    private string Collection => collectionId ?? throw new NoCollectionException(
        "No collection of faces is named. Deploy the stack with persons among its Analyses or AnalysesOnRequest, or " +
        "with CollectionId.");

    public Task<IReadOnlyList<KnownPerson>> ListAsync(CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<KnownPerson>>(async () =>
        {
            var faces = new Dictionary<string, int>(StringComparer.Ordinal);
            await foreach (var face in FacesAsync(cancellationToken))
            {
                var name = PersonName.Of(face.ExternalImageId);
                faces[name] = faces.GetValueOrDefault(name) + 1;
            }

            return [.. faces.OrderBy(person => person.Key, StringComparer.Ordinal)
                .Select(person => new KnownPerson(person.Key, person.Value))];
        });

    public Task<EnrolledFace> AddFaceAsync(
        PersonName name, ReadOnlyMemory<byte> picture, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        var response = await IndexAsync(name, picture, cancellationToken);
        var largest = (response.UnindexedFaces ?? []).MaxBy(SizeOf);
        if (response.FaceRecords is not [var indexed, ..])
        {
            throw new UnusablePictureException(largest is null
                ? "There is no face in the picture. Take one that shows the face from the front, large and sharp."
                : Describe(largest));
        }

        if (largest is not null && SizeOf(largest) > SizeOf(indexed.FaceDetail))
        {
            // The largest face is bad, and a smaller one was taken, which may well be somebody else's.
            await DeleteAsync([indexed.Face.FaceId], cancellationToken);
            throw new UnusablePictureException(Describe(largest));
        }

        return new EnrolledFace(
            name.Value, indexed.Face.FaceId, indexed.Face.Confidence, indexed.Face.BoundingBox?.ToDomain());
    });

    public Task<int> ForgetAsync(PersonName name, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        var faces = new List<string>();
        await foreach (var face in FacesAsync(cancellationToken))
        {
            if (PersonName.Of(face.ExternalImageId) == name.Value)
            {
                faces.Add(face.FaceId);
            }
        }

        foreach (var some in faces.Chunk(MaxFaces))
        {
            await DeleteAsync([.. some], cancellationToken);
        }

        return faces.Count;
    });

    private async Task<IndexFacesResponse> IndexAsync(
        PersonName name, ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(picture.ToArray(), writable: false);
        try
        {
            return await client.IndexFacesAsync(
                new()
                {
                    CollectionId = Collection,
                    ExternalImageId = name.ExternalImageId,
                    Image = new() { Bytes = bytes },
                    MaxFaces = 1,
                    QualityFilter = QualityFilter.AUTO,
                },
                cancellationToken);
        }
        catch (AmazonRekognitionException exception)
            when (exception is InvalidImageFormatException or InvalidParameterException or ImageTooLargeException)
        {
            throw new UnusablePictureException(
                StartErrors.Explain(exception, "Send a JPEG or PNG of at least 80 pixels a side."), exception);
        }
    }

    /// <summary>The faces that have a name.</summary>
    private async IAsyncEnumerable<Face> FacesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await client.ListFacesAsync(
                new() { CollectionId = Collection, MaxResults = MaxFaces, NextToken = next }, cancellationToken);
            foreach (var face in (page.Faces ?? []).Where(face => !string.IsNullOrEmpty(face.ExternalImageId)))
            {
                yield return face;
            }

            next = page.NextToken.OrNull();
        }
        while (next is not null);
    }

    private async Task DeleteAsync(List<string> faceIds, CancellationToken cancellationToken)
    {
        var response = await client.DeleteFacesAsync(
            new() { CollectionId = Collection, FaceIds = faceIds }, cancellationToken);
        if ((response.UnsuccessfulFaceDeletions ?? [])
            .Find(face => face.Reasons?.Contains(FaceNotFound) != true) is { } left)
        {
            throw new FaceInUseException(
                $"Rekognition keeps the face {left.FaceId}, because it belongs to the user \"{left.UserId}\" of the " +
                "collection. Disassociate it from the user (aws rekognition disassociate-faces), then try again.");
        }
    }

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (ResourceNotFoundException exception)
        {
            throw new NoCollectionException(
                $"Rekognition has no collection \"{collectionId}\" in the region of the stack. Create it, or name " +
                "another one with the parameter CollectionId.",
                exception);
        }
    }

    private static string Describe(UnindexedFace face) =>
        $"The largest face of the picture is too bad to be recognised by ({string.Join(", ", face.Reasons ?? [])}). " +
        "Take a picture that shows it from the front, large and sharp.";

    private static float SizeOf(UnindexedFace face) => SizeOf(face.FaceDetail);

    private static float SizeOf(FaceDetail? face) => (face?.BoundingBox?.Width ?? 0) * (face?.BoundingBox?.Height ?? 0);
}
