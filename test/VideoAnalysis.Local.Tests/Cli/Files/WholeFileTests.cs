using VideoAnalysis.Local.Cli.Files;

namespace VideoAnalysis.Local.Tests.Cli.Files;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "film.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_takes_the_place_of_the_one_before()
    {
        await System.IO.File.WriteAllTextAsync(File, "before", TestContext.Current.CancellationToken);

        await WholeFile.WriteAsync(File, output => output.WriteAsync("after"u8.ToArray()).AsTask());

        Assert.Equal("after", await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
        Assert.Single(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task What_fails_half_way_leaves_the_one_before_and_nothing_else()
    {
        await System.IO.File.WriteAllTextAsync(File, "before", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<OperationCanceledException>(() => WholeFile.WriteAsync(File, async output =>
        {
            await output.WriteAsync("half"u8.ToArray());
            throw new OperationCanceledException();
        }));

        Assert.Equal("before", await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
        Assert.Single(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task A_name_may_be_as_long_as_names_can_be()
    {
        var name = Path.Combine(_folder.Path, new string('a', 251) + ".csv");

        await WholeFile.WriteAsync(name, output => output.WriteAsync("after"u8.ToArray()).AsTask());

        Assert.Equal([name], Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void Trying_finds_what_writing_would_and_leaves_nothing()
    {
        WholeFile.Try(Path.Combine(_folder.Path, "new", "folder", "film.csv"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
        Assert.ThrowsAny<IOException>(() => WholeFile.Try("/proc/film.csv"));
        Assert.Throws<UnauthorizedAccessException>(() => WholeFile.Try("/sys/film/film.csv"));
    }

    [Fact]
    public async Task A_link_goes_on_leading_to_the_file()
    {
        var link = Path.Combine(_folder.Path, "link.csv");
        await System.IO.File.WriteAllTextAsync(File, "before", TestContext.Current.CancellationToken);
        System.IO.File.CreateSymbolicLink(link, File);

        await WholeFile.WriteAsync(link, output => output.WriteAsync("after"u8.ToArray()).AsTask());

        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal("after", await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_device_is_written_to_and_stays_one()
    {
        await WholeFile.WriteAsync("/dev/null", output => output.WriteAsync("gone"u8.ToArray()).AsTask());

        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }
}
