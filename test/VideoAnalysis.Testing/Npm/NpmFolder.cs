using System.Diagnostics;
using System.Security.Cryptography;

namespace VideoAnalysis.Testing.Npm;

/// <summary>
/// A folder of <c>build/</c> with npm packages that tests need, pinned by its lock. The first test that needs it has
/// npm fetch them to <c>artifacts/</c>; from then on they are there.
/// </summary>
public static class NpmFolder
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Installs it unless that was done before, by this process or another.</summary>
    /// <param name="name">The folder's name.</param>
    /// <param name="what">What it is, for the message when it cannot be had.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A folder with what is in <c>build/NAME</c>, and <c>node_modules</c>.</returns>
    public static async Task<string> InstallAsync(string name, string what, CancellationToken cancellationToken)
    {
        var source = Path.Combine(RepositoryFolder.Path, "build", name);
        var home = Directory.CreateDirectory(Path.Combine(RepositoryFolder.Path, "artifacts", name)).FullName;

        // Named for what is in it, so that another version is another folder.
        var folder = Path.Combine(home, await HashAsync(source, cancellationToken));
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Patience);
        if (!Directory.Exists(folder))
        {
            await using var turn = await TakeTurnAsync(Path.Combine(home, "lock"), timeout.Token);
            if (!Directory.Exists(folder))
            {
                await FetchAsync(source, folder, what, timeout.Token);
            }
        }

        return folder;
    }

    private static async Task<string> HashAsync(string source, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(source).Order(StringComparer.Ordinal))
        {
            hash.AppendData(await File.ReadAllBytesAsync(file, cancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static async Task FetchAsync(string source, string folder, string what, CancellationToken cancellationToken)
    {
        var npm = CommandPath.Find("npm", what, "apt-get install npm");
        var unfinished = folder + ".unfinished";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(unfinished, Path.GetFileName(file)));
        }

        var start = new ProcessStartInfo(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = unfinished,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{npm} does not start.");
        var said = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancellationToken),
            process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"npm could not fetch {what}. Is its registry within reach (npm ping)? Its own words:\n" +
                string.Concat(said));
        }

        Directory.Move(unfinished, folder);
    }

    /// <summary>Test projects run side by side, and may all find it missing.</summary>
    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(PollInterval, TimeProvider.System, cancellationToken);
            }
        }
    }
}
