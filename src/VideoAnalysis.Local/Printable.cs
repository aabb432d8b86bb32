namespace VideoAnalysis.Local;

/// <summary>Makes names safe to print: a file name may hold line breaks, and what terminals take for commands.</summary>
internal static class Printable
{
    /// <summary>The name with a replacement character for every control character.</summary>
    public static string Line(string name) =>
        string.Concat(name.Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
