using System.Text.RegularExpressions;

namespace VideoAnalysis.Local.Cli.Running;

/// <summary>Says in this program's words why a file or folder could not be used.</summary>
internal static partial class FileErrors
{
    /// <summary>.NET has the path in its messages alone.</summary>
    [GeneratedRegex("'(?<path>.+)'")]
    private static partial Regex Quoted { get; }

    /// <summary>What is wrong.</summary>
    /// <param name="exception">Any exception; one that is not about a file or folder says it itself.</param>
    public static string Explain(Exception exception)
    {
        var path = Quoted.Match(exception.Message).Groups["path"].Value;
        var shown = Printable.Line(path);
        return exception switch
        {
            _ when path.Length == 0 => exception.Message,
            FileNotFoundException => $"{shown} does not exist.",
            DirectoryNotFoundException => $"{shown}: there is no such folder.",
            UnauthorizedAccessException when Directory.Exists(path) =>
                $"{shown} is a folder, or you may not write there.",
            UnauthorizedAccessException => $"{shown}: you may not read or write it.",
            IOException when File.Exists(path) => $"{shown} is a file that is in the way, or in use.",
            _ => exception.Message,
        };
    }
}
