using System.CommandLine;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Cli.Files;

namespace VideoAnalysis.Local.Tests.Cli.Files;

public sealed class FileTargetOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_video_goes_to_the_file_that_is_named()
    {
        var file = Path.Combine(_folder.Path, "film.json");

        var target = Assert.Single(Read(videos: 1, "--json", file));

        Assert.Equal(file, target.FileOf("holiday/day 1.mp4", "faces", isOnly: true));
    }

    [Fact]
    public void Several_analyses_of_one_video_go_to_a_file_each()
    {
        var target = Assert.Single(Read(videos: 1, "--json", Path.Combine(_folder.Path, "film.json")));

        Assert.Equal(Path.Combine(_folder.Path, "film.faces.json"), target.FileOf("film.mp4", "faces", isOnly: false));
        Assert.Equal(Path.Combine(_folder.Path, "film.labels.json"), target.FileOf(
            "film.mp4", "labels", isOnly: false));
    }

    [Fact]
    public void One_video_goes_into_a_folder_that_is_there_under_its_own_name()
    {
        var target = Assert.Single(Read(videos: 1, "--vtt", _folder.Path));

        Assert.Equal(Path.Combine(_folder.Path, "film.mp4.faces.vtt"), target.FileOf(
            "film.mp4", "faces", isOnly: true));
    }

    [Fact]
    public void Several_videos_go_into_a_folder_each_under_its_own_name()
    {
        var folder = Path.Combine(_folder.Path, "new");

        var target = Assert.Single(Read(videos: 2, "--csv", folder));

        Assert.Equal(Path.Combine(folder, "a/film.mp4.faces.csv"), target.FileOf("a/film.mp4", "faces", isOnly: true));
        Assert.Equal(Path.Combine(folder, "b/film.mp4.faces.csv"), target.FileOf("b/film.mp4", "faces", isOnly: true));
    }

    [Fact]
    public void Appearances_in_a_folder_say_so_in_their_name()
    {
        var target = Assert.Single(Read(videos: 1, "--appearances", "--csv", _folder.Path));

        Assert.Equal(Path.Combine(_folder.Path, "film.mp4.faces.appearances.csv"), target.FileOf(
            "film.mp4", "faces", isOnly: true));
    }

    [Theory]
    [InlineData("../film.mp4")]
    [InlineData("/etc/film.mp4")]
    [InlineData("a/./film.mp4")]
    public void A_key_does_not_lead_out_of_the_folder(string key)
    {
        var target = Assert.Single(Read(videos: 2, "--csv", _folder.Path));

        Assert.Throws<UsageException>(() => target.FileOf(key, "faces", isOnly: true));
    }

    [Theory]
    [InlineData("standard output for two formats", 1, "--json", "-", "--csv", "-")]
    [InlineData("standard output for two videos", 2, "--json", "-")]
    [InlineData("one file for two formats", 1, "--json", "film", "--csv", "./film")]
    [InlineData("a file in no folder", 1, "--json", "no such folder/film.json")]
    [InlineData("a file of no name", 1, "--json", "")]
    [InlineData("appearances that go nowhere", 1, "--appearances")]
    public void What_cannot_be_written_is_refused_before_any_work(string what, int videos, params string[] arguments) =>
        Assert.NotEqual(
            "", Assert.Throws<UsageException>(() => { Read(videos, arguments); Assert.Fail(what); }).Message);

    private static IReadOnlyList<FileTarget> Read(int videos, params string[] arguments)
    {
        var command = new Command("test");
        var options = new FileTargetOptions(severalVideos: true);
        options.AddTo(command);
        return options.Read(command.Parse(arguments), videos);
    }
}
