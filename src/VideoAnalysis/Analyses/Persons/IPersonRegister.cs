namespace VideoAnalysis.Analyses.Persons;

/// <summary>The persons whose faces are known, and are recognised in videos.</summary>
public interface IPersonRegister
{
    /// <summary>Lists them, in the order of their names.</summary>
    /// <exception cref="NoCollectionException">There is no collection of faces.</exception>
    Task<IReadOnlyList<KnownPerson>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Makes a face known: the largest of a picture. One that is known from the same picture already stays as it is.
    /// </summary>
    /// <param name="name">Whose face it is.</param>
    /// <param name="picture">The bytes of a JPEG or PNG file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnusablePictureException">
    /// The picture cannot be read, or shows no face that can be recognised.
    /// </exception>
    /// <exception cref="NoCollectionException">There is no collection of faces.</exception>
    Task<EnrolledFace> AddFaceAsync(PersonName name, ReadOnlyMemory<byte> picture, CancellationToken cancellationToken);

    /// <summary>Removes every face of a person.</summary>
    /// <returns>How many there were; 0 if nobody of that name is known.</returns>
    /// <exception cref="NoCollectionException">There is no collection of faces.</exception>
    /// <exception cref="FaceInUseException">A face cannot be removed.</exception>
    Task<int> ForgetAsync(PersonName name, CancellationToken cancellationToken);
}
