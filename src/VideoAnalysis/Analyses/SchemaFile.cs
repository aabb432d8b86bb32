namespace VideoAnalysis.Analyses;

/// <summary>The file beside an analysis that says what its JSON looks like.</summary>
internal static class SchemaFile
{
    /// <summary>Reads the file.</summary>
    /// <param name="analysis">The name of the analysis, as in <c>faces</c> for <c>faces.schemas.yaml</c>.</param>
    public static string Read(string analysis)
    {
        using var resource = typeof(SchemaFile).Assembly.GetManifestResourceStream($"{analysis}.schemas.yaml")
            ?? throw new InvalidOperationException($"The assembly was built without {analysis}.schemas.yaml.");
        using var text = new StreamReader(resource);
        return text.ReadToEnd();
    }
}
