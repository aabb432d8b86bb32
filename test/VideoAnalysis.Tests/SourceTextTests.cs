using System.Globalization;
using System.Text.RegularExpressions;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Tests;

/// <summary>How the repository is written, where no analyzer looks.</summary>
public sealed partial class SourceTextTests
{
    private const int MostCharacters = 120;
    private const int MostLines = 300;

    private static readonly string[] Code = [".cs", ".js", ".mjs", ".ts", ".css", ".html", ".py"];
    private static readonly string[] Generated = ["bin", "obj", "artifacts", "node_modules", ".git"];

    [Fact]
    public void No_line_of_code_or_prose_is_longer_than_120_characters() => Assert.Empty(
        from file in Files([.. Code, ".md"])
        from line in LinesOf(file)
        let length = new StringInfo(line.Text).LengthInTextElements
        where length > MostCharacters
        select $"{file}:{line.Number} has {length} characters");

    [Fact]
    public void No_file_of_code_is_longer_than_300_lines() => Assert.Empty(
        from file in Files(Code)
        let lines = File.ReadLines(FullPath(file)).Count()
        where lines > MostLines
        select $"{file} has {lines} lines");

    [Fact]
    public void No_rule_is_suppressed_without_a_reason()
    {
        var unexplained = new List<string>();
        foreach (var file in Files([".cs", ".csproj", ".props", ".targets", ".editorconfig"]))
        {
            string[] lines = ["", .. File.ReadLines(FullPath(file)), ""];
            unexplained.AddRange(lines.Index()
                .Where(line => Suppression().IsMatch(line.Item))
                .Where(line => !lines[(line.Index - 1)..(line.Index + 2)].Any(Reason().IsMatch))
                .Select(line => $"{file}:{line.Index}: {line.Item.Trim()}"));
        }

        Assert.Empty(unexplained);
    }

    private static IEnumerable<string> Files(string[] extensions) =>
        new DirectoryInfo(RepositoryFolder.Path)
            .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(file => extensions.Contains(file.Extension))
            .Select(file => Path.GetRelativePath(RepositoryFolder.Path, file.FullName))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Intersect(Generated).Any());

    /// <summary>
    /// The lines that can be broken: tables, links and code of a document cannot, nor can a longer word.
    /// </summary>
    private static IEnumerable<(int Number, string Text)> LinesOf(string file)
    {
        var isDocument = file.EndsWith(".md", StringComparison.Ordinal);
        var isBlock = false;
        foreach (var (i, line) in File.ReadLines(FullPath(file)).Index())
        {
            isBlock ^= isDocument && line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (!isDocument || !(isBlock || Unbreakable().IsMatch(line)))
            {
                yield return (i + 1, line);
            }
        }
    }

    private static string FullPath(string file) => Path.Combine(RepositoryFolder.Path, file);

    [GeneratedRegex(@"^\s*\||\S{100,}|`[^`]{100,}`")]
    private static partial Regex Unbreakable();

    // In C#, in project files, and in .editorconfig.
    [GeneratedRegex(@"^#pragma warning disable|<NoWarn>|\.severity = none|SuppressMessage\(")]
    private static partial Regex Suppression();

    [GeneratedRegex(@"//|<!--|^\s*#\s|Justification")]
    private static partial Regex Reason();
}
