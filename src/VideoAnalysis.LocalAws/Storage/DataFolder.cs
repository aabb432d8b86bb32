using System.Globalization;

namespace VideoAnalysis.LocalAws.Storage;

/// <summary>
/// The folder that holds everything the local stack keeps. One process at a time: a lock on it is taken when it is
/// opened, and ends with the process, however that ends.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string root, FileStream lockFile)
    {
        Root = root;
        _lock = lockFile;
        Objects = Directory.CreateDirectory(Path.Combine(root, "objects")).FullName;
        Incoming = Directory.CreateDirectory(Path.Combine(root, "incoming")).FullName;
    }

    /// <summary>The folder itself, as a full path.</summary>
    public string Root { get; }

    /// <summary>What was received whole, each file under an opaque name.</summary>
    public string Objects { get; }

    /// <summary>What is being received. Nothing in it outlives the process that received it.</summary>
    public string Incoming { get; }

    /// <summary>The one SQLite file.</summary>
    public string DatabaseFile => Path.Combine(Root, "local.db");

    /// <summary>Opens the folder, and makes it first where there is none.</summary>
    /// <exception cref="DataFolderInUseException">Another process has it open.</exception>
    /// <exception cref="IOException">It cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there.</exception>
    public static DataFolder Open(string path)
    {
        var root = Directory.CreateDirectory(path).FullName;
        return new DataFolder(root, TakeLock(root));
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

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
