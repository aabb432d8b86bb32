using VideoAnalysis.Local.Cli.Analyzing;
using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Tests.Cli.Analyzing;

public sealed class VideoFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a b.mp4")]
    [InlineData("#1, [x] (y) 100% plus+and&.MOV")]
    [InlineData("日本語 ünï.mp4")]
    [InlineData("line\nbreak.mp4")]
    public void The_key_of_a_file_is_its_name(string name)
    {
        var path = Make(name);

        var file = Assert.Single(VideoFiles.Find([path]));

        Assert.Equal((path, name), (file.Path, file.Key));
    }

    [Fact]
    public void Files_of_one_name_are_told_apart_by_as_many_folders_as_it_takes()
    {
        var files = VideoFiles.Find([Make("one/day/a.mp4"), Make("two/day/a.mp4"), Make("b.mp4")]);

        Assert.Equal(["one/day/a.mp4", "two/day/a.mp4", "b.mp4"], files.Select(file => file.Key));
    }

    [Fact]
    public void A_name_that_ends_like_another_needs_no_folder()
    {
        var files = VideoFiles.Find([Make("a.mp4"), Make("xa.mp4")]);

        Assert.Equal(["a.mp4", "xa.mp4"], files.Select(file => file.Key));
    }

    [Fact]
    public void A_file_that_is_named_twice_is_one()
    {
        var path = Make("a.mp4");

        Assert.Single(VideoFiles.Find([path, Path.Combine(_folder.Path, "x", "..", "a.mp4")]));
    }

    [Fact]
    public void Whatever_is_no_video_file_is_told_of_at_once()
    {
        var missing = Path.Combine(_folder.Path, "missing.mp4");

        var error = Assert.Throws<UsageException>(() =>
            VideoFiles.Find([missing, _folder.Path, Make("notes.txt"), Make("a.mp4")]));

        Assert.Contains($"{missing} does not exist", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{_folder.Path} is a folder", error.Message, StringComparison.Ordinal);
        Assert.Contains("notes.txt does not have the name of a video", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, error.Message.Split('\n').Length);
    }

    private string Make(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, []);
        return path;
    }
}
