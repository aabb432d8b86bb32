using System.Runtime.Versioning;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.Tests.Storage;

[UnsupportedOSPlatform("windows")]
public sealed class DataFolderTests : IDisposable
{
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateFolder = PrivateFile | UnixFileMode.UserExecute;
    private const UnixFileMode Open =
        PrivateFolder | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _temporary = new();

    private string Root => Path.Combine(_temporary.Path, "data");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_new_folder_is_its_users_alone()
    {
        using (var folder = DataFolder.Open(Root))
        using (new LocalDatabase(folder, []))
        {
            DataFolder.CreateFile(Path.Combine(folder.Incoming, "half")).Dispose();
            DataFolder.CreateFile(Path.Combine(folder.Objects, "whole")).Dispose();

            AssertPrivate();
        }
    }

    [Fact]
    public void A_folder_that_others_could_read_is_closed()
    {
        using (var folder = DataFolder.Open(Root))
        using (new LocalDatabase(folder, []))
        {
            DataFolder.CreateFile(Path.Combine(folder.Objects, "whole")).Dispose();
        }

        foreach (var entry in new DirectoryInfo(Root)
            .EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(new DirectoryInfo(Root)))
        {
            entry.UnixFileMode = Open;
        }

        using (DataFolder.Open(Root))
        {
            AssertPrivate();
        }
    }

    [Fact]
    public void A_folder_that_holds_other_things_keeps_its_rights_and_what_is_made_in_it_is_private()
    {
        Directory.CreateDirectory(Root);
        new DirectoryInfo(Root).UnixFileMode = Open;
        File.WriteAllText(Path.Combine(Root, "letter.txt"), "");

        using var folder = DataFolder.Open(Root);
        using var database = new LocalDatabase(folder, []);

        Assert.Equal(Open, new DirectoryInfo(Root).UnixFileMode);
        Assert.Equal(PrivateFolder, new DirectoryInfo(folder.Objects).UnixFileMode);
        Assert.Equal(PrivateFile, new FileInfo(folder.DatabaseFile).UnixFileMode);
    }

    private void AssertPrivate()
    {
        Assert.Equal(PrivateFolder, new DirectoryInfo(Root).UnixFileMode);
        Assert.All(
            new DirectoryInfo(Root).EnumerateFileSystemInfos("*", SearchOption.AllDirectories),
            entry => Assert.True(entry.UnixFileMode == (entry is DirectoryInfo ? PrivateFolder : PrivateFile),
                $"{entry.Name}: {entry.UnixFileMode}"));
    }
}
