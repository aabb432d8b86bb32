using VideoAnalysis.Engine.Networks;

namespace VideoAnalysis.Engine.Faces;

/// <summary>The networks that look at faces, each loaded once for all threads.</summary>
/// <param name="models">Where they are.</param>
/// <exception cref="ModelException">One is missing.</exception>
internal sealed class FaceNetworks(ModelFiles models) : IDisposable
{
    /// <summary>BlazeFace, full range.</summary>
    public Network FullRange { get; } =
        new(models.PathOf(BlazeFaceKind.FullRange.Model), BlazeFaceKind.FullRange.Outputs);

    /// <summary>BlazeFace, short range.</summary>
    public Network ShortRange { get; } =
        new(models.PathOf(BlazeFaceKind.ShortRange.Model), BlazeFaceKind.ShortRange.Outputs);

    /// <summary>The face mesh.</summary>
    public Network Mesh { get; } = new(models.PathOf(FaceMesh.Model), FaceMesh.Outputs);

    /// <summary>What tells one person's face from another's.</summary>
    public Network Embedding { get; } = new(models.PathOf(FaceEmbedding.Model), FaceEmbedding.Outputs);

    /// <inheritdoc/>
    public void Dispose()
    {
        FullRange.Dispose();
        ShortRange.Dispose();
        Mesh.Dispose();
        Embedding.Dispose();
    }
}
