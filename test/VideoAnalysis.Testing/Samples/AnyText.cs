namespace VideoAnalysis.Testing.Samples;

/// <summary>Texts that a format could trip over.</summary>
internal static class AnyText
{
    private static readonly string[] All =
        ["Person", "=1+1", "a --> b, \"quoted\"", "두 번째 줄", "two\r\nlines", "😀 & <tag>"];

    /// <summary>One of them.</summary>
    public static string Of(int number) => All[number % All.Length];
}
