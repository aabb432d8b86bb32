using VideoAnalysis.LocalAws.S3.Objects;
using VideoAnalysis.LocalAws.S3.Uploads;
using VideoAnalysis.LocalAws.Storage;

namespace VideoAnalysis.LocalAws.S3;

/// <summary>
/// Puts in order what a killed process left, before anything else starts: uploads that were given up are aborted, files
/// that nothing refers to are deleted, and the buckets of the options exist.
/// </summary>
internal sealed class ObjectSweeper(
    LocalDatabase database, ObjectFiles files, S3Options options, TimeProvider time, ILogger<ObjectSweeper> logger)
    : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            transaction =>
                UploadTable.DeleteOpenBefore(transaction, time.GetUtcNow() - MultipartUploads.AbandonedAfter),
            cancellationToken);
        var referenced = await database.ReadAsync(
            connection =>
            {
                using var command = connection.Command("SELECT file FROM objects UNION SELECT file FROM parts");
                using var reader = command.ExecuteReader();
                var names = new HashSet<string>(StringComparer.Ordinal);
                while (reader.Read())
                {
                    names.Add(reader.GetString(0));
                }

                return names;
            },
            cancellationToken);
        var (deleted, missing) = files.Sweep(referenced);
        if (deleted > 0)
        {
            logger.LeftoversDeleted(deleted);
        }

        await database.WriteAsync(
            transaction =>
            {
                Forget(transaction, missing);
                UploadTable.ForgetCompletedBefore(transaction, time.GetUtcNow() - MultipartUploads.Memory);
                foreach (var bucket in options.Buckets)
                {
                    transaction.Execute(
                        "INSERT OR IGNORE INTO buckets (name, created_at) VALUES ($name, $now)",
                        ("$name", bucket),
                        ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
                }
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Forget(WriteTransaction transaction, IReadOnlyList<string> missing)
    {
        // Somebody deleted files by hand, or the disk lost them. An object without its bytes is none.
        foreach (var file in missing)
        {
            transaction.Execute("DELETE FROM objects WHERE file = $file", ("$file", file));
            transaction.Execute("DELETE FROM parts WHERE file = $file", ("$file", file));
            logger.FileMissing(file);
        }
    }
}
