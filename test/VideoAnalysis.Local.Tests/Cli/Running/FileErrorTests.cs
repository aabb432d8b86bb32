using VideoAnalysis.Local.Cli.Running;

namespace VideoAnalysis.Local.Tests.Cli.Running;

public sealed class FileErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "it's here.mp4");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_wrong_with_a_path_is_said_in_plain_words()
    {
        System.IO.File.WriteAllText(File, "x");

        Assert.Equal($"{File}.no does not exist.", Said(() => System.IO.File.OpenRead(File + ".no").Dispose()));
        Assert.Equal($"{File}.no/x: there is no such folder.", Said(
            () => System.IO.File.Create($"{File}.no/x").Dispose()));
        Assert.Equal(
            $"{_folder.Path} is a folder, or you may not write there.",
            Said(() => System.IO.File.OpenRead(_folder.Path).Dispose()));
        Assert.Equal($"{File} is a file that is in the way, or in use.", Said(() => Directory.CreateDirectory(File)));
    }

    [Fact]
    public void Anything_else_says_it_itself() =>
        Assert.Equal("No route.", FileErrors.Explain(new HttpRequestException("No route.")));

    private static string Said(Action action) => FileErrors.Explain(Assert.ThrowsAny<Exception>(action));
}
