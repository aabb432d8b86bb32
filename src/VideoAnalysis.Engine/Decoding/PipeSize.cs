using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>How much a program may write before somebody reads it.</summary>
internal static partial class PipeSize
{
    // fcntl.h's F_SETPIPE_SZ, and the most that Linux gives everybody (/proc/sys/fs/pipe-max-size).
    private const int Set = 1031;
    private const int Bytes = 1024 * 1024;

    /// <summary>
    /// Makes a pipe as large as it may be, where that can be done. A picture of 1080p has 3 MB: through the 64 KB of a
    /// new pipe it goes in fifty steps, and the decoder, which runs on one core, waits at each for a reader to wake up.
    /// </summary>
    /// <param name="pipe">The end that is read.</param>
    public static void Enlarge(Stream pipe)
    {
        if (OperatingSystem.IsLinux() && pipe is PipeStream { SafePipeHandle: var handle })
        {
            // Refused to who has many pipes: then it stays as it is.
            _ = Control(handle, Set, Bytes);
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(SafeHandle pipe, int command, int value);
}
