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
        var test = TestContext.Current.TestMethod
            ?? throw new InvalidOperationException("Only a test measures.");
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, $"{test.MethodName}.txt"), $"{test.MethodName.Replace('_', ' ')}: {figures}\n");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
    }
}
