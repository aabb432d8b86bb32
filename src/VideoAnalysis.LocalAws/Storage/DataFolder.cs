using System.Globalization;
using System.Security.Cryptography;

namespace VideoAnalysis.LocalAws.Storage;

/// <summary>
/// The folder that holds everything the local stack keeps. One process at a time: a lock on it is taken when it is
/// opened, and ends with the process, however that ends. Nobody but its user may look into it.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>Enough for the log of a transaction that deletes a thousand objects.</summary>
    private const int ReserveBytes = 4 * 1024 * 1024;

    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateFolder = PrivateFile | UnixFileMode.UserExecute;

    private readonly FileStream _lock;
    private readonly Lock _reserve = new();

    private DataFolder(string root, FileStream lockFile)
    {
        Root = root;
        _lock = lockFile;
        Objects = Folder(Path.Combine(root, "objects"));
        Incoming = Folder(Path.Combine(root, "incoming"));
    }

    /// <summary>The folder itself, as a full path.</summary>
    public string Root { get; }

    /// <summary>What was received whole, each file under an opaque name.</summary>
    public string Objects { get; }

    /// <summary>What is being received. Nothing in it outlives the process that received it.</summary>
    public string Incoming { get; }

    /// <summary>The one SQLite file.</summary>
    public string DatabaseFile => Path.Combine(Root, DatabaseName);

    private const string DatabaseName = "local.db";

    private string ReserveFile => Path.Combine(Root, "reserve");

    /// <summary>Opens the folder, and makes it first where there is none.</summary>
    /// <exception cref="DataFolderInUseException">Another process has it open.</exception>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there.</exception>
    public static DataFolder Open(string path)
    {
        // A folder that holds other things as well stays as it is: what is made in it is private all the same.
        var isOwn = !Directory.Exists(path)
            || File.Exists(Path.Combine(path, DatabaseName))
            || !Directory.EnumerateFileSystemEntries(path).Any();
        var root = isOwn ? Folder(path) : Path.GetFullPath(path);
        var folder = new DataFolder(root, TakeLock(root));
        try
        {
            folder.MakePrivate();
            folder.KeepReserve();
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Makes a file that only this user can read.</summary>
    /// <exception cref="IOException">There is such a file, or it cannot be made.</exception>
    public static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFile;
        }

        return new FileStream(path, options);
    }

    /// <summary>
    /// Makes an empty file that only this user can read, for another component to fill, unless it is there.
    /// </summary>
    public static void Prepare(string path)
    {
        if (!File.Exists(path))
        {
            CreateFile(path).Dispose();
        }
    }

    /// <summary>Gives the reserved space back to the disk.</summary>
    /// <returns>Whether there was any.</returns>
    public bool ReleaseReserve()
    {
        lock (_reserve)
        {
            var isThere = File.Exists(ReserveFile);
            File.Delete(ReserveFile);
            return isThere;
        }
    }

    /// <summary>
    /// Takes space in reserve, so that things can be deleted when the disk is full. Without space it does nothing.
    /// </summary>
    public void KeepReserve()
    {
        lock (_reserve)
        {
            if (File.Exists(ReserveFile))
            {
                return;
            }

            try
            {
                // Random bytes: file systems store zeros in no space at all.
                var bytes = RandomNumberGenerator.GetBytes(ReserveBytes);
                using var file = CreateFile(ReserveFile);
                RandomAccess.Write(file.SafeFileHandle, bytes, 0);
            }
            catch (IOException e) when (e.IsDiskFull())
            {
                File.Delete(ReserveFile);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    /// <summary>A folder that only this user can enter, made or taken over.</summary>
    private static string Folder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName;
        }

        var folder = Directory.CreateDirectory(path, PrivateFolder);
        if (folder.UnixFileMode != PrivateFolder)
        {
            folder.UnixFileMode = PrivateFolder;
        }

        return folder.FullName;
    }

    /// <summary>Former versions left it to the umask who can read their files.</summary>
    private void MakePrivate()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var files =
            new[] { "lock", "lock.owner", "reserve", DatabaseName, DatabaseName + "-wal", DatabaseName + "-shm" }
            .Select(name => new FileInfo(Path.Combine(Root, name)))
            .Where(file => file.Exists)
            .Concat(new DirectoryInfo(Objects).EnumerateFiles());
        foreach (var file in files.Where(file => file.LinkTarget is null))
        {
            file.UnixFileMode = PrivateFile;
        }
    }

    private static FileStream TakeLock(string root)
    {
        var lockPath = Path.Combine(root, "lock");

        // A locked file cannot be read by others, so who has it stands beside it.
        var ownerPath = Path.Combine(root, "lock.owner");
        FileStream file;
        try
        {
            // FileShare.None is an exclusive flock on Unix: the kernel gives it back when the process dies.
            file = new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(ownerPath))
        {
            throw new DataFolderInUseException(root, File.ReadAllText(ownerPath), e);
        }

        File.WriteAllText(ownerPath, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return file;
    }
}
