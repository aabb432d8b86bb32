namespace VideoAnalysis.Engine.Networks;

/// <summary>The model files, which the build puts beside the program.</summary>
/// <param name="directory">Where they are.</param>
internal sealed class ModelFiles(string directory)
{
    /// <summary>Where the build puts them.</summary>
    public static string DefaultDirectory => Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>The path of a model.</summary>
    /// <param name="name">Its file name, as in <c>face_mesh.onnx</c>.</param>
    /// <exception cref="ModelException">The model is missing.</exception>
    public string PathOf(string name)
    {
        var path = Path.Combine(directory, name);
        return File.Exists(path)
            ? path
            : throw new ModelException(
                $"The model {path} is missing. Build the program again; the build fetches its models.");
    }
}
