namespace VideoAnalysis.Engine.Labels;

/// <summary>A label as Rekognition names and groups it.</summary>
/// <param name="Name">The name, as in <c>Mobile Phone</c>.</param>
/// <param name="Parents">The names of all ancestors; each is an <see cref="ObjectLabel"/> too.</param>
/// <param name="Aliases">Other names of the same.</param>
/// <param name="Category">What it belongs to, as in <c>Technology and Computing</c>.</param>
internal sealed record ObjectLabel(
    string Name, IReadOnlyList<string> Parents, IReadOnlyList<string> Aliases, string Category);
