namespace VideoAnalysis.Local.Cli.Files;

/// <summary>Writes files that are there whole, or not at all.</summary>
internal static class WholeFile
{
    /// <summary>
    /// Writes a file beside its place, and puts it there at the end. A file that was there stays until then.
    /// </summary>
    /// <param name="path">Its place. What is no file but a device is written to directly.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write the file.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        if (PlaceOf(path) is not { } place)
        {
            await using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await write(device);
            return;
        }

        await ReplaceAsync(place, async temporary =>
        {
            await using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
            await write(file);
        });
    }

    /// <summary>
    /// Has a file written beside its place, and puts it there at the end. A file that was there stays until then.
    /// </summary>
    /// <param name="path">Its place, which is no device.</param>
    /// <param name="write">Writes the file whose path it gets.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write the file.</exception>
    public static Task MakeAsync(string path, Func<string, Task> write) =>
        ReplaceAsync(PlaceOf(path) ?? throw new IOException($"{path} is a device: name a file."), write);

    private static async Task ReplaceAsync(string place, Func<string, Task> write)
    {
        // Not made from the file's own name, which may be as long as names can be.
        var temporary = Path.Combine(Path.GetDirectoryName(place)!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            await write(temporary);
            File.Move(temporary, place, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>
    /// Makes sure that a file could be written: nobody should wait for hours to learn that it cannot.
    /// </summary>
    /// <param name="path">Its place.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write the file.</exception>
    public static void Try(string path)
    {
        if (PlaceOf(path) is not { } place)
        {
            // Opening a device, or the other end of a pipe, would be using it.
            if (!File.Exists(path))
            {
                throw new FileNotFoundException($"There is no {path}.");
            }

            return;
        }

        // The folders that are missing yet are made in this one.
        var folder = Path.GetDirectoryName(place);
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        using var probe = new FileStream(
            Path.Combine(folder!, $".{Path.GetRandomFileName()}.tmp"), FileMode.CreateNew, FileAccess.Write,
            FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    /// <summary>Makes the folder of a file, and those above it, where they are missing.</summary>
    public static void MakeFolder(string path) =>
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>Where the file really is, behind a link; null for a device, which has none.</summary>
    private static string? PlaceOf(string path)
    {
        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var place = link?.FullName ?? Path.GetFullPath(path);
        return IsDevice(path) || IsDevice(place) ? null : place;
    }

    // A shell's >(…) is one of these, as /dev/null is; a file put in its place would be worse than useless.
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal);
}
