namespace VideoAnalysis.Engine.Decoding;

/// <summary>What the exit codes of ffmpeg and ffprobe mean.</summary>
internal static class FfmpegExit
{
    /// <summary>
    /// Whether the program ended by its own decision about the file, so that it would do so again. It did not if a
    /// signal ended it (ffmpeg answers those that it handles with 255 or 123), or if it had no memory or could not read
    /// the file.
    /// </summary>
    /// <param name="code">Its exit code: 128 and the number of the signal that ended it.</param>
    /// <param name="errors">What it wrote to its standard error.</param>
    public static bool IsOwn(int code, string errors) =>
        code is > 0 and not (> 128 and < 160) and not 123 and not 255
        && !errors.Contains("Cannot allocate memory", StringComparison.Ordinal)
        && !errors.Contains("No such file", StringComparison.Ordinal)
        && !errors.Contains("Permission denied", StringComparison.Ordinal)
        && !errors.Contains("Input/output error", StringComparison.Ordinal);

    /// <summary>The failure of a program that is not the file's fault.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="code">Its exit code.</param>
    /// <param name="errors">What it wrote to its standard error.</param>
    public static EngineFailureException Failure(string program, int code, string errors) => new(
        $"{program} ended with exit code {code}{(errors.Length > 0 ? ": " + errors : "")}.");
}
