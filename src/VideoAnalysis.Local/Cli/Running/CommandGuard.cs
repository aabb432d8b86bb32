using System.Runtime.InteropServices;
using Amazon.Runtime;
using Microsoft.Data.Sqlite;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Networks;
using VideoAnalysis.Local.Cli.Arguments;
using VideoAnalysis.Local.Hosting;

namespace VideoAnalysis.Local.Cli.Running;

/// <summary>Runs the work of a command, and tells in a line why it could not be done.</summary>
internal static class CommandGuard
{
    /// <summary>Runs the work of a command.</summary>
    /// <param name="work">The work; it returns the exit code.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        // Ctrl-C is listened for once this has returned to who called it.
        await Task.Yield();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // A terminal that is closed is one more way to say so.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        try
        {
            return await work(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception e) when (e is UsageException or UnavailableAnalysisException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Usage;
        }
        catch (Exception e) when (e is LocalStackException or FfmpegMissingException or ModelException or IOException
            or InvalidDataException or UnauthorizedAccessException or SqliteException or AmazonServiceException
            or HttpRequestException)
        {
            // The machine's fault, and for a person to mend: a line says how. What is left would be this program's own
            // fault, and keeps its stack trace.
            await Console.Error.WriteLineAsync(FileErrors.Explain(e));
            return ExitCodes.Failure;
        }
    }
}
