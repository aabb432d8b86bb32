using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.S3.Objects;

/// <summary>
/// The files of objects and parts. Their names are opaque, never made from a key, and never used twice. A file that
/// nobody needs any more is deleted when its last reader is done with it.
/// </summary>
internal sealed class ObjectFiles(DataFolder folder)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _readers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _retired = new(StringComparer.Ordinal);

    /// <summary>A new file to receive something into.</summary>
    public IncomingFile Create() => new(folder, Guid.NewGuid().ToString("N"));

    /// <summary>Keeps a file in place; null if it is gone.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="size">The size that it was stored with, in bytes.</param>
    /// <exception cref="IOException">It is a link, or of another size: it was changed from outside.</exception>
    public FileLease? TryLease(string file, long size)
    {
        var path = PathOf(file);
        lock (_lock)
        {
            var found = new FileInfo(path);
            if (_retired.Contains(file) || (!found.Exists && found.LinkTarget is null))
            {
                return null;
            }

            if (found.LinkTarget is not null || found.Length != size)
            {
                throw new IOException(
                    $"The file {file} in the data folder is not what was stored: it was changed from outside.");
            }

            _readers[file] = _readers.GetValueOrDefault(file) + 1;
        }

        return new FileLease(path, () => Release(file));
    }

    /// <summary>Has a file deleted: now, or when its last reader is done.</summary>
    public void Retire(string file)
    {
        lock (_lock)
        {
            if (_readers.ContainsKey(file))
            {
                _retired.Add(file);
                return;
            }

            Delete(file);
        }
    }

    /// <summary>Deletes what a former process left half received, and every file that nothing refers to.</summary>
    /// <param name="referenced">The files that objects and parts have.</param>
    /// <returns>How many files were deleted, and which of the referenced are missing.</returns>
    public (int Deleted, IReadOnlyList<string> Missing) Sweep(IReadOnlySet<string> referenced)
    {
        var found = Directory.EnumerateFiles(folder.Objects)
            .ToDictionary(path => Path.GetFileName(path)!, StringComparer.Ordinal);
        var useless = Directory.EnumerateFiles(folder.Incoming)
            .Concat(found.Where(file => !referenced.Contains(file.Key)).Select(file => file.Value))
            .ToList();
        useless.ForEach(File.Delete);
        return (useless.Count, [.. referenced.Where(file => !found.ContainsKey(file))]);
    }

    private void Release(string file)
    {
        lock (_lock)
        {
            if (--_readers[file] == 0)
            {
                _readers.Remove(file);
                if (_retired.Remove(file))
                {
                    Delete(file);
                }
            }
        }
    }

    private void Delete(string file)
    {
        try
        {
            File.Delete(PathOf(file));
        }
        catch (IOException)
        {
            // Nothing refers to it any more: what is left is disk space, which the next start's sweep gives back.
        }
    }

    private string PathOf(string file) => Path.Combine(folder.Objects, file);
}
