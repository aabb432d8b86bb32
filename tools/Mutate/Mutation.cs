namespace VideoAnalysis.Mutate;

/// <summary>One change to the code that tests should notice: a mutant, once it is built.</summary>
/// <param name="File">The source file, from the repository's root.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Start">Where the replaced code begins in the file, in characters.</param>
/// <param name="Length">How many characters are replaced.</param>
/// <param name="Original">The code that is replaced.</param>
/// <param name="Replacement">What it becomes; empty for a statement that is removed.</param>
internal sealed record Mutation(
    string File, int Line, int Start, int Length, string Original, string Replacement)
{
    /// <summary>The folder of the file.</summary>
    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>The change, without the place.</summary>
    public string Change => string.Join(' ', $"{Original}  =>  {(Replacement.Length == 0 ? "(removed)" : Replacement)}"
        .Split((char[])['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The place and the change, in one line.</summary>
    public override string ToString() => $"{File}:{Line}: {Change}";
}
