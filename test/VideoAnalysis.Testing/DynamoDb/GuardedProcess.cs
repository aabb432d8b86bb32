using System.Collections.Concurrent;
using System.Diagnostics;

namespace VideoAnalysis.Testing.DynamoDb;

/// <summary>
/// A process that ends with this one, however this one ends: its guard, a shell, reads from a pipe that nothing is
/// ever written to, and kills it when the pipe breaks.
/// </summary>
internal sealed class GuardedProcess : IAsyncDisposable
{
    private const int KeptLines = 40;

    private const string Guard =
        """
        exec 3<&0
        "$@" 0</dev/null 3<&- &
        guarded=$!
        ( cat 0<&3; kill -9 $guarded ) >/dev/null 2>&1 &
        exec 3<&-
        wait $guarded
        """;

    private readonly Process _guard;
    private readonly ConcurrentQueue<string> _output = new();

    private GuardedProcess(Process guard) => _guard = guard;

    public bool HasExited => _guard.HasExited;

    /// <summary>The last lines that it wrote.</summary>
    public string Output => string.Join('\n', _output);

    public static GuardedProcess Start(string command, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Guard, "guard", command, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = new GuardedProcess(new Process { StartInfo = start });

        // Read all the time: a full pipe would stop the process.
        process._guard.OutputDataReceived += process.Keep;
        process._guard.ErrorDataReceived += process.Keep;
        process._guard.Start();
        process._guard.BeginOutputReadLine();
        process._guard.BeginErrorReadLine();
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            _output.Enqueue(text);
            if (_output.Count > KeptLines)
            {
                _output.TryDequeue(out _);
            }
        }
    }
}
