using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>
/// A program that runs beside this one, and whose output is read here. It gets no input but what it is sent, and no
/// more environment than it needs, and ends with the object, when it is cancelled, or when it is silent for too long.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // How often the silence is looked at; it is too long when it was there every time.
    private const int Looks = 4;

    // What programs may need to be found and to load; the rest, credentials and proxies among them, is not theirs.
    private static readonly string[] Environment =
    [
        "PATH", "HOME", "TMPDIR", "TMP", "TEMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
        "SystemRoot", "SystemDrive", "windir",
    ];

    private readonly Process _process;
    private readonly Stream _output;
    private readonly BoundedText _errors = new(4096);
    private readonly Task _readingErrors;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _cancellation;
    private readonly ITimer _watch;
    private readonly TimeSpan _patience;
    private volatile bool _waiting;
    private volatile bool _silent;
    private int _signs;
    private int _signsSeen;
    private int _looks;

    private ChildProcess(
        Process process, bool takesInput, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        _process = process;
        _patience = patience;
        _output = process.StandardOutput.BaseStream;
        PipeSize.Enlarge(_output);
        if (!takesInput)
        {
            process.StandardInput.Close();
        }

        _readingErrors = Task.Run(ReadErrorsAsync, CancellationToken.None);
        _cancellationToken = cancellationToken;
        _cancellation = cancellationToken.Register(Kill);
        _watch = time.CreateTimer(_ => Look(), null, patience / Looks, patience / Looks);
    }

    /// <summary>Whether it has written anything to its standard error; complete when it has ended.</summary>
    public bool HasErrors => _errors.Length > 0;

    /// <summary>Its standard input. It is closed, unless the process was started with input.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>The end of what it has written to its standard error, in one line.</summary>
    public string Errors => _errors.ToString();

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments; no shell sees them.</param>
    /// <param name="patience">How long it may be silent while it is listened to.</param>
    /// <param name="time">Measures that.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <param name="takesInput">Whether <see cref="Input"/> is open.</param>
    /// <exception cref="EngineFailureException">The program cannot be started.</exception>
    public static ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        TimeSpan patience,
        TimeProvider time,
        CancellationToken cancellationToken,
        bool takesInput = false)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment.Clear();
        foreach (var name in Environment)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        // Numbers and messages in the same words everywhere.
        start.Environment["LC_ALL"] = "C";
        start.Environment["AV_LOG_FORCE_NOCOLOR"] = "1";
        try
        {
            return new(Process.Start(start)!, takesInput, patience, time, cancellationToken);
        }
        catch (Win32Exception e)
        {
            throw new EngineFailureException($"{program} cannot be started: {e.Message}.", e);
        }
    }

    /// <summary>Reads from its standard output.</summary>
    /// <returns>How many bytes there are; 0 when it has closed its output.</returns>
    /// <exception cref="EngineFailureException">The process was silent for too long, and has been killed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and the process has been killed.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        _waiting = true;
        // It ends when the program does, and so it needs no token.
        var read = await _output.ReadAsync(buffer, CancellationToken.None);
        _waiting = false;
        Interlocked.Increment(ref _signs);
        if (read == 0)
        {
            ThrowIfStopped();
        }

        return read;
    }

    /// <summary>Reads all of its standard output, which is UTF-8.</summary>
    /// <param name="limit">How many bytes it may have at most.</param>
    /// <exception cref="EngineFailureException">It has more, or the program was silent for too long.</exception>
    public async Task<string> ReadTextAsync(int limit) => Encoding.UTF8.GetString(await ReadBytesAsync(limit));

    /// <summary>Reads all of its standard output.</summary>
    /// <param name="limit">How many bytes it may have at most.</param>
    /// <exception cref="EngineFailureException">It has more, or the program was silent for too long.</exception>
    public async Task<byte[]> ReadBytesAsync(int limit)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await ReadAsync(buffer) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > limit)
            {
                throw new EngineFailureException($"{_process.StartInfo.FileName} wrote more than {limit} bytes.");
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads its standard output line by line.</summary>
    /// <param name="limit">How many bytes it may have at most.</param>
    /// <exception cref="EngineFailureException">It has more, or the program was silent for too long.</exception>
    public async IAsyncEnumerable<string> ReadLinesAsync(long limit)
    {
        var buffer = new byte[64 * 1024];
        var kept = 0;
        for (var total = 0L; await ReadAsync(buffer.AsMemory(kept)) is > 0 and var read;)
        {
            total += read;
            var (start, end) = (0, kept + read);
            while (buffer.AsSpan(start, end - start).IndexOf((byte)'\n') is >= 0 and var length)
            {
                yield return Encoding.ASCII.GetString(buffer, start, length).TrimEnd('\r');
                start += length + 1;
            }

            kept = end - start;
            buffer.AsSpan(start, kept).CopyTo(buffer);
            if (total > limit || kept == buffer.Length)
            {
                throw new EngineFailureException(
                    $"{_process.StartInfo.FileName} wrote more than {limit} bytes, or a line too long.");
            }
        }
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>Its exit code; where there are signals, 128 and the signal's number after one that ended it.</returns>
    /// <exception cref="EngineFailureException">The process does not end.</exception>
    public async Task<int> ExitCodeAsync()
    {
        _waiting = true;
        await _process.WaitForExitAsync(CancellationToken.None);
        _waiting = false;
        await _readingErrors;
        ThrowIfStopped();
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _watch.DisposeAsync();
        await _cancellation.DisposeAsync();
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await _readingErrors;
        _process.Dispose();
    }

    private void Kill()
    {
        try
        {
            // Its number may be another program's by now if it has ended.
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        // It is about to end.
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
        }
    }

    // A machine that was asleep in between has looked once at most.
    private void Look()
    {
        var signs = Volatile.Read(ref _signs);
        _looks = _waiting && signs == _signsSeen ? _looks + 1 : 0;
        _signsSeen = signs;
        if (_looks >= Looks)
        {
            _silent = true;
            Kill();
        }
    }

    private void ThrowIfStopped()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_silent)
        {
            throw new EngineFailureException(
                $"{_process.StartInfo.FileName} was silent for {_patience.TotalSeconds:F0} s, and was ended.");
        }
    }

    private async Task ReadErrorsAsync()
    {
        var buffer = new byte[4096];
        var stream = _process.StandardError.BaseStream;
        while (await stream.ReadAsync(buffer, CancellationToken.None) is > 0 and var read)
        {
            Interlocked.Increment(ref _signs);
            _errors.Add(buffer.AsSpan(0, read));
        }
    }
}
