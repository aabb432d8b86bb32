using System.Globalization;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>Compares the frames that came out of the decoder with those that the file announces.</summary>
internal static class FrameTimes
{
    // Six hours at 120 frames a second have 2.6 million frames, of some 60 bytes each.
    private const long MostBytes = 512L * 1024 * 1024;

    /// <summary>
    /// Finds what is missing, by asking ffprobe for the times of all frames. Reads the file, and decodes nothing.
    /// </summary>
    /// <param name="arguments">ffprobe's arguments that name the file.</param>
    /// <param name="tools">The programs.</param>
    /// <param name="origin">The time, in milliseconds on the file's own timeline, that pictures count from.</param>
    /// <param name="decoded">The times of the frames that came out, in milliseconds, ascending.</param>
    /// <param name="patience">How long ffprobe may be silent.</param>
    /// <param name="time">Measures that.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is missing; null if nothing is.</returns>
    /// <exception cref="EngineFailureException">ffprobe failed.</exception>
    public static async Task<UnreadPart?> MissingAsync(
        IEnumerable<string> arguments,
        FfmpegTools tools,
        long origin,
        IReadOnlyList<long> decoded,
        TimeSpan patience,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        await using var child = ChildProcess.Start(tools.Ffprobe, arguments, patience, time, cancellationToken);
        var announced = new List<(double Time, double Duration)>();
        await foreach (var line in child.ReadLinesAsync(MostBytes))
        {
            if (Parse(line) is { } frame)
            {
                announced.Add((frame.Time - origin, frame.Duration));
            }
        }

        // ffprobe may stop at damage, too; then what it has read is what there is to compare.
        if (await child.ExitCodeAsync() is not 0 and var exit && !FfmpegExit.IsOwn(exit, child.Errors))
        {
            throw FfmpegExit.Failure("ffprobe", exit, child.Errors);
        }

        announced.Sort();
        var (frames, milliseconds, next) = (0L, 0.0, 0);
        foreach (var (shown, duration) in announced)
        {
            while (next < decoded.Count && decoded[next] < shown - 1)
            {
                next++;
            }

            if (next < decoded.Count && decoded[next] <= shown + 1)
            {
                next++;
            }
            else
            {
                frames++;
                milliseconds += duration;
            }
        }

        return frames > 0 ? new UnreadPart(frames, announced.Count, (long)Math.Round(milliseconds)) : null;
    }

    // As in "pts_time=0.040000|duration_time=0.040000|flags=K_". A D among the flags: an edit list leaves the frame
    // out.
    private static (double Time, double Duration)? Parse(string line)
    {
        var (time, duration, isShown) = ((double?)null, 0.0, true);
        foreach (var field in line.Split('|'))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            var value = field[(equals + 1)..];
            switch (equals < 0 ? "" : field[..equals])
            {
                case "pts_time":
                    time = Milliseconds(value);
                    break;
                case "duration_time":
                    duration = Milliseconds(value) ?? 0;
                    break;
                case "flags":
                    isShown = !value.Contains('D', StringComparison.Ordinal);
                    break;
            }
        }

        return isShown && time is { } known ? (known, duration) : null;
    }

    private static double? Milliseconds(string text) =>
        double.TryParse(
            text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds * 1000 : null;
}
