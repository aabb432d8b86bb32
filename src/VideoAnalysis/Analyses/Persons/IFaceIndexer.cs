namespace VideoAnalysis.Analyses.Persons;

/// <summary>
/// Measures the faces of still pictures on this machine, so that they are known when videos show them.
/// </summary>
public interface IFaceIndexer
{
    /// <summary>The version of the model: only faces that the same version measured can be compared.</summary>
    string ModelVersion { get; }

    /// <summary>Measures the faces of a picture.</summary>
    /// <param name="path">A JPEG or PNG file. Its name says nothing of the format.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The largest face first; none where nobody is seen.</returns>
    /// <exception cref="UnusablePictureException">The picture cannot be read.</exception>
    Task<IReadOnlyList<IndexableFace>> MeasureAsync(string path, CancellationToken cancellationToken);

    /// <summary>How alike two faces are.</summary>
    /// <param name="first">A face's embedding.</param>
    /// <param name="second">Another face's, of the same model version.</param>
    /// <returns>0 to 100.</returns>
    float Similarity(ReadOnlySpan<float> first, ReadOnlySpan<float> second);
}
