using Xunit;

namespace VideoAnalysis.Testing;

/// <summary>
/// Figures that a test has measured and that people should see, passed or not: <c>run-tests</c> prints them at its end.
/// </summary>
public static class Measured
{
    /// <summary>Where they are kept until then: a file a test.</summary>
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "artifacts", "measured");

    /// <summary>Reports the figures of the running test, in one line.</summary>
    public static void Report(string figures)
    {
        var test = TestContext.Current.Test ?? throw new InvalidOperationException("Only a test measures.");

        // The file's name tells the arguments apart, too.
        var method = TestContext.Current.TestMethod!.MethodName;
        var file = string.Concat(test.TestDisplayName.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.'));
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, $"{file}.txt"), $"{method.Replace('_', ' ')}: {figures.Trim()}\n");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
    }
}
