namespace VideoAnalysis.Local.Cli.Remote.Files;

/// <summary>Writes files that are there whole, or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file beside its place, and puts it there at the end. A file that was there stays until then.</summary>
    /// <param name="path">Its place. What is no file but a device is written to directly.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var place = link?.FullName ?? Path.GetFullPath(path);
        if (IsDevice(path) || IsDevice(place))
        {
            await using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await write(device);
            return;
        }

        var temporary = $"{place}.{Path.GetRandomFileName()}.tmp";
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                await write(file);
            }

            File.Move(temporary, place, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // A shell's >(…) is one of these, as /dev/null is; a file put in its place would be worse than useless.
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal);
}
